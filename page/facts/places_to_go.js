/** People who help, and services for pictures of somebody under 18. Written by tools/write_page_facts.py from src/rescind/person/*.toml; a test fails when it is not current. */

export const HELPLINES = [
 {
  "name": "StopNCII.org (SWGfL)",
  "country": "world",
  "contact": "https://stopncii.org",
  "hours": "online, any time",
  "ages": "18 and over; pictures made when 18 or over",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Revenge Porn Helpline (SWGfL)",
  "country": "GB",
  "contact": "0345 6000 459, https://revengepornhelpline.org.uk",
  "hours": "Monday to Friday, 10 to 16, UK time",
  "ages": "18 and over",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Image Abuse Helpline (Cyber Civil Rights Initiative)",
  "country": "US",
  "contact": "844-878-2274, https://cybercivilrights.org",
  "hours": "",
  "ages": "18 and over",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "RAINN",
  "country": "US",
  "contact": "https://rainn.org",
  "hours": "day and night",
  "ages": "not stated",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "RAINN, by telephone",
  "country": "US",
  "contact": "800-656-4673",
  "hours": "day and night",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Intimate Images Protection Service (British Columbia)",
  "country": "CA",
  "contact": "1-833-688-4381, protectyourimages@gov.bc.ca",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "eSafety Commissioner",
  "country": "AU",
  "contact": "https://www.esafety.gov.au/report",
  "hours": "",
  "ages": "any age",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Netsafe",
  "country": "NZ",
  "contact": "https://report.netsafe.org.nz",
  "hours": "",
  "ages": "any age",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Hotline.ie",
  "country": "IE",
  "contact": "https://hotline.ie/report",
  "hours": "",
  "ages": "not stated",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Helpwanted (Offlimits)",
  "country": "NL",
  "contact": "020 261 52 75, https://helpwanted.nl",
  "hours": "",
  "ages": "not stated",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "HateAid",
  "country": "DE",
  "contact": "https://hateaid.org (telephone, mail and chat)",
  "hours": "",
  "ages": "18 and over; not for pictures of minors",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "BEE SECURE",
  "country": "LU",
  "contact": "https://bee-secure.lu",
  "hours": "",
  "ages": "not stated",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "3018 (e-Enfance)",
  "country": "FR",
  "contact": "3018, https://3018.fr",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Canal prioritario (AEPD)",
  "country": "ES",
  "contact": "https://aepd.es/canalprioritario",
  "hours": "online, any time",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "INCIBE",
  "country": "ES",
  "contact": "017",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Garante per la protezione dei dati personali",
  "country": "IT",
  "contact": "https://gpdp.it",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "PermessoNegato",
  "country": "IT",
  "contact": "https://permessonegato.it",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Digital Sex Crime Victim Support Center (D4U)",
  "country": "KR",
  "contact": "1366, 02-735-8994, https://d4u.stop.or.kr",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "National Cyber Crime Reporting Portal",
  "country": "IN",
  "contact": "1930, https://cybercrime.gov.in",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Meri Trustline (RATI)",
  "country": "IN",
  "contact": "6363176363",
  "hours": "",
  "ages": "made for young people and those under 18",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Digital Rights Foundation helpline",
  "country": "PK",
  "contact": "0800-39393",
  "hours": "",
  "ages": "not stated",
  "checked": false,
  "read_on": "2026-11"
 }
];

export const UNDER_18 = [
 {
  "name": "Take It Down (NCMEC)",
  "country": "world",
  "contact": "https://takeitdown.ncmec.org",
  "hours": "online, any time",
  "ages": "under 18 when the picture was made, also if older now",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "INHOPE: find the hotline of your country",
  "country": "world",
  "contact": "https://inhope.org",
  "hours": "online, any time",
  "ages": "under 18",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "Report Remove (Childline and the Internet Watch Foundation)",
  "country": "GB",
  "contact": "https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove-down/",
  "hours": "online, any time",
  "ages": "under 18",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Childline, by telephone",
  "country": "GB",
  "contact": "0800 1111",
  "hours": "",
  "ages": "under 18",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "CyberTipline (NCMEC)",
  "country": "US",
  "contact": "https://cybertipline.org or 1-800-843-5678",
  "hours": "",
  "ages": "under 18",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Cybertip.ca (Canadian Centre for Child Protection)",
  "country": "CA",
  "contact": "https://cybertip.ca",
  "hours": "",
  "ages": "under 18",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "NeedHelpNow.ca (Canadian Centre for Child Protection)",
  "country": "CA",
  "contact": "https://needhelpnow.ca",
  "hours": "",
  "ages": "under 18",
  "checked": false,
  "read_on": "2026-11"
 },
 {
  "name": "eSafety Commissioner",
  "country": "AU",
  "contact": "https://www.esafety.gov.au/report",
  "hours": "",
  "ages": "any age",
  "checked": true,
  "read_on": "2026-11"
 },
 {
  "name": "Netsafe",
  "country": "NZ",
  "contact": "https://report.netsafe.org.nz",
  "hours": "",
  "ages": "any age",
  "checked": true,
  "read_on": "2026-11"
 }
];
