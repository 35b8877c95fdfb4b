/** The forms that large sites and search engines have of their own. Written by tools/write_page_facts.py from src/rescind/person/forms.toml; a test fails when it is not current. */

export const FORMS = [
 {
  "id": "google-search",
  "name": "Google Search",
  "kind": "search",
  "hosts": [],
  "link": "https://support.google.com/websearch/answer/6302812",
  "guide": "https://support.google.com/websearch/answer/9116649",
  "asks": [
   "the addresses of the pages and of the pictures",
   "your country",
   "for a result: the words that were searched for",
   "if you act for somebody: how they allowed it"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "name",
   "contact"
  ],
  "way": "Choose that it shows you naked or in a sexual way, or that it is made to look so. Then paste the addresses.",
  "limits": "Google looks only at the addresses you put in. The pictures stay on the sites, but fewer people find them.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "bing",
  "name": "Bing (Microsoft)",
  "kind": "search",
  "hosts": [],
  "link": "https://www.microsoft.com/en-us/concern/bing",
  "guide": "",
  "asks": [
   "which service it is on",
   "the addresses of the pages and of the pictures",
   "that it was published without your consent",
   "your name",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "name",
   "contact"
  ],
  "way": "Name the service, paste the address, and choose “Non-Consensual Intimate Imagery” as the kind of concern.",
  "limits": "The pictures stay on the sites, but fewer people find them.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "duckduckgo-yahoo",
  "name": "DuckDuckGo, Yahoo Search",
  "kind": "search",
  "hosts": [],
  "link": "https://www.microsoft.com/en-us/concern/bing",
  "guide": "",
  "asks": [
   "the same as the form of Bing"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "name",
   "contact"
  ],
  "way": "They take many of their results from Bing. So the form of Bing is the way: if you sent it, you need not do it again.",
  "limits": "What they take from elsewhere stays in their results.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "meta",
  "name": "Facebook, Instagram, Threads (Meta)",
  "kind": "site",
  "hosts": [
   "facebook.com",
   "fb.com",
   "fb.watch",
   "instagram.com",
   "threads.net",
   "threads.com",
   "messenger.com"
  ],
  "link": "https://www.facebook.com/help/contact/567360146613371",
  "guide": "https://about.meta.com/actions/safety/topics/bullying-harassment/ncii",
  "asks": [
   "the address of each post",
   "that it was published without your consent",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "name",
   "contact"
  ],
  "way": "Choose that the picture shows you and was shared without your permission. You can also report the post itself.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "x",
  "name": "X (Twitter)",
  "kind": "site",
  "hosts": [
   "x.com",
   "twitter.com",
   "twimg.com"
  ],
  "link": "https://help.x.com/forms/safety-and-sensitive-content/take-it-down",
  "guide": "https://help.x.com/en/rules-and-policies/us-tida",
  "asks": [
   "the address of each post",
   "that it was published without your consent",
   "your name, typed as a signature",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "The form is for people in the United States and needs no account. From elsewhere, report the post itself: press the three dots on it.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "tiktok",
  "name": "TikTok",
  "kind": "site",
  "hosts": [
   "tiktok.com"
  ],
  "link": "https://www.tiktok.com/legal/report/privacy",
  "guide": "https://www.tiktok.com/safety/resources/sexual-assault-resources",
  "asks": [
   "the address of each post",
   "that it was published without your consent",
   "your name",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "You can also report the video in the app: choose “Violence, abuse, and criminal exploitation”, then “Sexual exploitation and abuse”.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "reddit",
  "name": "Reddit",
  "kind": "site",
  "hosts": [
   "reddit.com",
   "redd.it",
   "redditmedia.com"
  ],
  "link": "https://www.reddit.com/report?reason=non-consensual-intimate-media",
  "guide": "",
  "asks": [
   "the address of each post",
   "that it was published without your consent"
  ],
  "paste": [
   "addresses",
   "statements",
   "contact"
  ],
  "way": "Choose “non-consensual intimate media”. People at Reddit read it, not those who run the group.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "snapchat",
  "name": "Snapchat",
  "kind": "site",
  "hosts": [
   "snapchat.com"
  ],
  "link": "https://values.snap.com/safety/safety-reporting",
  "guide": "",
  "asks": [
   "the name of the account that shared it",
   "that it was published without your consent"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason"
  ],
  "way": "In the app, press and hold the picture, then “Report”. Without the app, this page leads to a form. You need not give your name there.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "youtube",
  "name": "YouTube",
  "kind": "site",
  "hosts": [
   "youtube.com",
   "youtu.be"
  ],
  "link": "https://support.google.com/youtube/answer/142443",
  "guide": "",
  "asks": [
   "the address of each video",
   "where in the video it is",
   "your name",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "This is the way for privacy complaints: press Continue and follow the questions. It must be possible to tell that it is you.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "discord",
  "name": "Discord",
  "kind": "site",
  "hosts": [
   "discord.com",
   "discordapp.com",
   "discord.gg",
   "discordapp.net"
  ],
  "link": "https://discord.com/report",
  "guide": "https://support.discord.com/hc/articles/38675715591831",
  "asks": [
   "the address of each post",
   "the full name of the person shown",
   "your name, typed as a signature",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "name",
   "contact"
  ],
  "way": "It is made for people in the United States. Send one report for each picture or video.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "telegram",
  "name": "Telegram",
  "kind": "site",
  "hosts": [
   "t.me",
   "telegram.me",
   "telegram.org"
  ],
  "link": "https://telegram.org/faq",
  "guide": "",
  "asks": [
   "the address of each post"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "contact"
  ],
  "way": "There is no form. Report the message in the app, or write to abuse@telegram.org and paste the addresses.",
  "limits": "It works for this service only. Private chats are seldom looked at.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "pornhub",
  "name": "Pornhub",
  "kind": "site",
  "hosts": [
   "pornhub.com",
   "phncdn.com"
  ],
  "link": "https://www.pornhub.com/content-removal",
  "guide": "",
  "asks": [
   "the address of each video",
   "that it was published without your consent",
   "your name",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "Choose that it was put there without your consent. The page of the form may show the site around it.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "onlyfans",
  "name": "OnlyFans",
  "kind": "site",
  "hosts": [
   "onlyfans.com"
  ],
  "link": "https://onlyfans.com/contact",
  "guide": "",
  "asks": [
   "the address of each post",
   "that it was published without your consent",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "Choose that you want to report something, and say that it shows you without your consent.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "imgur",
  "name": "Imgur",
  "kind": "site",
  "hosts": [
   "imgur.com"
  ],
  "link": "https://imgur.com/removalrequest",
  "guide": "",
  "asks": [
   "the addresses of the pictures",
   "that it was published without your consent",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "contact"
  ],
  "way": "Ask for the pictures to be taken down, and paste the address of each.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "tumblr",
  "name": "Tumblr",
  "kind": "site",
  "hosts": [
   "tumblr.com"
  ],
  "link": "https://www.tumblr.com/abuse/privacy",
  "guide": "",
  "asks": [
   "the address of each post",
   "that it was published without your consent",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason",
   "contact"
  ],
  "way": "This is the form for privacy. Paste the address of each post, not only of the blog.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": false
 },
 {
  "id": "google-files",
  "name": "Google Drive, Photos, Blogger, Groups, Sites",
  "kind": "site",
  "hosts": [
   "drive.google.com",
   "docs.google.com",
   "photos.google.com",
   "photos.app.goo.gl",
   "groups.google.com",
   "sites.google.com",
   "classroom.google.com",
   "blogspot.com",
   "blogger.com"
  ],
  "link": "https://support.google.com/blogger/answer/7540088",
  "guide": "",
  "asks": [
   "the exact addresses",
   "that it was published without your consent",
   "your name",
   "your e-mail address"
  ],
  "paste": [
   "addresses",
   "files",
   "statements",
   "reason",
   "name",
   "contact"
  ],
  "way": "This one form is for all of these. It must be possible to tell from the picture or from what stands around it that it is you.",
  "limits": "Google may tell the person who shared it that somebody asked. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "onedrive",
  "name": "OneDrive (Microsoft)",
  "kind": "site",
  "hosts": [
   "onedrive.live.com",
   "1drv.ms"
  ],
  "link": "https://support.microsoft.com/en-gb/office/onedrive-personal-policy-838067f7-0943-4b88-95c4-7e13cb06d89f",
  "guide": "",
  "asks": [
   "the exact addresses"
  ],
  "paste": [
   "addresses",
   "statements",
   "reason"
  ],
  "way": "In the shared folder, choose the file, press the three dots, then “Report a concern”.",
  "limits": "It works for this service only. Copies in other places stay.",
  "read_on": "2026-11",
  "checked": true
 },
 {
  "id": "stopncii",
  "name": "StopNCII.org",
  "kind": "list",
  "hosts": [],
  "link": "https://stopncii.org/",
  "guide": "https://stopncii.org/how-it-works/",
  "asks": [
   "the picture, on your own device",
   "that you are 18 or older and were when it was made"
  ],
  "paste": [],
  "way": "Your own device makes a fingerprint there, and only that is sent. You get a case number and a PIN. Write both down: nobody can give them to you again.",
  "limits": "Only the sites that take part look for it, and not in private chats. Pages with a similar name that ask for your pictures are fakes: the real one never does.",
  "read_on": "2026-11",
  "checked": true
 }
];
