/** The laws a request can be made under, with their letters. Written by tools/write_page_facts.py from src/rescind/removal/laws; a test fails when it is not current. */

export const LAWS = [
 {
  "slug": "combined",
  "title": "Combined request (United States, United Kingdom, European Union)",
  "jurisdiction": "wherever the site is",
  "countries": [],
  "automatic": true,
  "fallback": true,
  "covers": "Intimate pictures and videos of you that were published without your consent, on a site whose country is not known. The one letter holds what three laws ask for.",
  "citations": [
   "47 U.S.C. 223a",
   "Online Safety Act 2023, section 20A",
   "Regulation (EU) 2022/2065, Article 16"
  ],
  "read_on": "2026-11-23",
  "elements": [
   {
    "id": "location",
    "title": "Where the picture is",
    "missing": "Say where each picture is: the address of the page, or a few words that help to find it.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(ii); Online Safety Act 2023, section 20A(2)(d); Regulation (EU) 2022/2065, Article 16(2)(b)",
    "filled_by": [
     "places"
    ]
   },
   {
    "id": "no-consent",
    "title": "Statement that there was no consent",
    "missing": "The law wants one statement from you: that you did not agree to this being published. Read it, and agree if it is true.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iii)",
    "filled_by": [
     "declaration:no-consent"
    ]
   },
   {
    "id": "intimate-content",
    "title": "Statement that it is intimate image content",
    "missing": "The law wants you to say that the content is an intimate picture shared without consent. Read the statement, and agree if it is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(a)",
    "filled_by": [
     "declaration:intimate-content"
    ]
   },
   {
    "id": "explanation",
    "title": "Why it is illegal",
    "missing": "The law wants a reason why this is illegal. Read the statement, and agree if it is true. You need not tell your story.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(a)",
    "filled_by": [
     "declaration:illegal"
    ]
   },
   {
    "id": "by-subject",
    "title": "Statement of who asks",
    "missing": "The law wants you to say that you are the person shown, or act for them. Read the statement, and agree if it is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(b)",
    "filled_by": [
     "declaration:by-subject"
    ]
   },
   {
    "id": "authority",
    "title": "Permission to act for the person shown",
    "missing": "You are asking for somebody else. Say what they allow you to do, and since when. If they took that back, you cannot sign for them.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(i); Online Safety Act 2023, section 20A(2)(b)",
    "filled_by": [
     "authority"
    ]
   },
   {
    "id": "good-faith",
    "title": "Statement that the request is true",
    "missing": "The law wants you to say that your request is honest, right and complete as far as you know. Read the statements, and agree if they are true.",
    "citation": "Online Safety Act 2023, section 20A(2)(c); Regulation (EU) 2022/2065, Article 16(2)(d)",
    "filled_by": [
     "declaration:true-report",
     "declaration:accurate"
    ]
   },
   {
    "id": "contact",
    "title": "How to reach you",
    "missing": "Give an e-mail address where the site can reach you. It can be one you made only for this.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iv); Online Safety Act 2023, section 20A(2)(e); Regulation (EU) 2022/2065, Article 16(2)(c)",
    "filled_by": [
     "contact"
    ]
   },
   {
    "id": "signature",
    "title": "Name and signature",
    "missing": "Your name is missing. Type it: that is your signature.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(i); Regulation (EU) 2022/2065, Article 16(2)(c)",
    "filled_by": [
     "signature"
    ]
   }
  ],
  "declarations": [
   {
    "id": "no-consent",
    "own": "I believe in good faith that each picture or video listed here shows me, or appears to show me, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without my consent.",
    "authorised": "The person I act for believes in good faith that each picture or video listed here shows them, or appears to show them, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without their consent.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iii)"
   },
   {
    "id": "intimate-content",
    "own": "I declare that the content listed here is present on your service and is intimate image content: it shows me, or appears to show me, in an intimate state, and it was shared without my consent.",
    "authorised": "I declare that the content listed here is present on your service and is intimate image content: it shows, or appears to show, the person I act for in an intimate state, and it was shared without their consent.",
    "citation": "Online Safety Act 2023, section 20A(2)(a)"
   },
   {
    "id": "illegal",
    "own": "The content listed here is illegal, because it shows me, or appears to show me, in an intimate way and was made public without my consent.",
    "authorised": "The content listed here is illegal, because it shows, or appears to show, the person I act for in an intimate way and was made public without their consent.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(a)"
   },
   {
    "id": "by-subject",
    "own": "I declare that this report is made by the subject of the content: I am the person shown.",
    "authorised": "I declare that this report is made by a person acting on behalf of the subject of the content: the person shown authorised me to make it.",
    "citation": "Online Safety Act 2023, section 20A(2)(b)"
   },
   {
    "id": "true-report",
    "own": "I declare that this report is made in good faith and, to the best of my knowledge and belief, is true.",
    "authorised": "I declare that this report is made in good faith and, to the best of my knowledge and belief, is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(c)"
   },
   {
    "id": "accurate",
    "own": "I believe in good faith that the information and allegations in this notice are accurate and complete.",
    "authorised": "I believe in good faith that the information and allegations in this notice are accurate and complete.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(d)"
   }
  ],
  "clock": {
   "id": "removal",
   "unit": "hours",
   "amount": 48,
   "start": "the moment the site receives the request; until the site confirms that, the moment you sent it",
   "note": "The laws of the United States and of the United Kingdom both give 48 hours. European law gives no number. We do not know which of them binds this site. So a site that acts later may not have broken a law.",
   "citation": "47 U.S.C. 223a(a)(3); Online Safety Act 2023, section 10(3A)",
   "ends_on_business_day": false,
   "holidays": []
  },
  "other_clocks": [],
  "grounds": [
   {
    "id": "element-missing",
    "text": "Something that the law wants in a request is missing, or what it says is not enough to find the picture.",
    "citation": "47 U.S.C. 223a(a)(1)(B)"
   },
   {
    "id": "not-intimate",
    "text": "The site thinks that this is not an intimate picture shared without consent.",
    "citation": "Online Safety Act 2023, section 10(3B)"
   },
   {
    "id": "not-subject",
    "text": "The site thinks that whoever asks is not the person shown, and does not act for them.",
    "citation": "Online Safety Act 2023, section 10(3B)"
   },
   {
    "id": "not-bound",
    "text": "The site says that none of the three laws binds it.",
    "citation": "47 U.S.C. 223a"
   }
  ],
  "rungs": [
   {
    "id": "search",
    "when": [
     "now"
    ],
    "text": "Ask the search engines to stop showing the pages. This does not delete the picture, but far fewer people find it. You can do this at the same time.",
    "link": "https://support.google.com/websearch/answer/9116649",
    "needs": [
     "the addresses of the pages and of the pictures",
     "for a result: the words that were searched for"
    ]
   },
   {
    "id": "stopncii",
    "when": [
     "now"
    ],
    "text": "If you have the picture yourself and everyone shown was 18 or older, StopNCII can make a fingerprint of it on your own device. The sites that take part look for it. The picture stays with you.",
    "link": "https://stopncii.org/",
    "needs": [
     "the picture, on your own device"
    ]
   },
   {
    "id": "host",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Find out who hosts the site, and in which country: the public register (RDAP) for the site's network address says so, and gives an abuse address. Send the request there. Ask them not to pass your details on.",
    "link": "https://lookup.icann.org/",
    "needs": [
     "the addresses of the pictures",
     "that they are intimate and there without consent",
     "that the site did not act, and since when"
    ]
   },
   {
    "id": "in-front",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "If a service such as Cloudflare stands in front of the site, use its form for intimate pictures without consent. It tells you who hosts the site. Choose that your report is not passed to the owner of the site.",
    "link": "https://www.cloudflare.com/trust-hub/reporting-abuse/",
    "needs": [
     "the exact addresses"
    ]
   },
   {
    "id": "ftc",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "If the site is in the United States or serves people there, complain to the Federal Trade Commission.",
    "link": "https://takeitdown.ftc.gov/",
    "needs": [
     "when you sent the request, and where to",
     "the addresses of the pictures",
     "the answer, or that none came"
    ]
   },
   {
    "id": "ofcom",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "If the site has users in the United Kingdom, tell Ofcom. It does not have single pictures removed, but it uses reports to act against services that break the law.",
    "link": "https://www.ofcom.org.uk/",
    "needs": [
     "the name of the service",
     "when you sent the request",
     "the answer, or that none came"
    ]
   },
   {
    "id": "coordinator",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "If you live in the European Union, complain to the office that watches over sites in your country. It is called the Digital Services Coordinator.",
    "link": "https://digital-strategy.ec.europa.eu/en/policies/dsa-dscs",
    "needs": [
     "when you sent the request",
     "the addresses of the pictures",
     "the answer, or that none came"
    ]
   },
   {
    "id": "helpline",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Ask a helpline in your country. The partners of StopNCII are a list to start from. They report to sites for people, and often reach them faster.",
    "link": "https://stopncii.org/",
    "needs": [
     "the addresses of the pictures",
     "what you have done so far"
    ]
   }
  ],
  "cautions": [
   {
    "id": "country-unknown",
    "text": "The country of the site is not known. If you find out, choose the law of that country: the letter becomes shorter and firmer.",
    "citation": "47 U.S.C. 223a"
   }
  ],
  "checks": [
   {
    "text": "Is it wise to name three laws in one letter, when only one or none may bind the site? May the letter speak of 48 hours to a service outside both countries?",
    "citations": [
     "47 U.S.C. 223a",
     "47 U.S.C. 223a(a)(3)"
    ]
   },
   {
    "text": "The words of 47 U.S.C. 223a were read in copies of the United States Code and of the bill. Compare them with the Public Law before relying on a quotation.",
    "citations": [
     "47 U.S.C. 223a",
     "47 U.S.C. 223a(a)(3)"
    ]
   },
   {
    "text": "The British duty is in force since 29 June 2026. Its text was read as the amendment that Parliament agreed and in a government memorandum, not in the Act as published. Check the letters (a) to (e) of section 20A(2) and the exact words.",
    "citations": [
     "Online Safety Act 2023, section 20A",
     "Online Safety Act 2023, section 20A(2)(a)",
     "Online Safety Act 2023, section 20A(2)(b)",
     "Online Safety Act 2023, section 20A(2)(c)",
     "Online Safety Act 2023, section 20A(2)(d)",
     "Online Safety Act 2023, section 20A(2)(e)",
     "Online Safety Act 2023, section 10(3A)",
     "Online Safety Act 2023, section 10(3B)"
    ]
   },
   {
    "text": "Which national offence should be named for a service in the European Union? The duties after a notice, and the data protection grounds, were not read again.",
    "citations": [
     "Regulation (EU) 2022/2065, Article 16(3)",
     "Regulation (EU) 2022/2065, Article 16(4)",
     "Regulation (EU) 2022/2065, Article 16(5)",
     "Regulation (EU) 2022/2065, Article 16(6)",
     "Regulation (EU) 2022/2065, Article 17(3)(b)",
     "Regulation (EU) 2016/679, Article 17(1)(d)"
    ]
   },
   {
    "text": "Every link and form address, at each release.",
    "citations": []
   }
  ],
  "notices": {
   "ar": "[if not authorised]\nتوجد على خدمتكم صور أو مقاطع فيديو حميمة لي، نُشرت دون موافقتي. أرجو إزالتها.\n[end]\n[if authorised]\nتوجد على خدمتكم صور أو مقاطع فيديو حميمة لشخص أتصرف نيابةً عنه، نُشرت دون موافقته. أرجو إزالتها.\n[end]\n\nلا أعرف في أي بلد تقع خدمتكم. لذلك تجمع هذه الرسالة الواحدة ما تطلبه ثلاثة قوانين: طلب إزالة بموجب قانون ⁦TAKE IT DOWN Act⁩ في الولايات المتحدة (⁦47 U.S.C. 223a⁩)، وبلاغ عن محتوى صور حميمة بموجب قانون السلامة على الإنترنت في المملكة المتحدة (⁦Online Safety Act 2023, section 20A⁩)، وإشعار بمحتوى غير قانوني بموجب قانون الخدمات الرقمية في الاتحاد الأوروبي (⁦Regulation (EU) 2022/2065, Article 16⁩). وقد كُتب عند كل جزء الحكم الذي يستجيب له. أرجو التعامل معها وفق كل قانون ينطبق عليكم.\n\n# 1. أماكن المحتوى (⁦47 U.S.C. 223a(a)(1)(B)(ii); Online Safety Act 2023, section 20A(2)(d); Regulation (EU) 2022/2065, Article 16(2)(b)⁩)\n\nتُذكر هنا كل صفحة مرة واحدة، ومعها الصور أو مقاطع الفيديو المطلوب إزالتها منها. أرجو استخدام أرقام العناصر عند الرد.\n\n[each pages]\n{number}.\n[if page]\nالصفحة: {page}\n[end]\n[if seen]\nشوهد هناك في {seen}\n[end]\n[if more]\nتوجد على هذه الصفحة صور أو مقاطع فيديو أخرى مطلوب إزالتها ليس لها عنوان خاص بها.\n[end]\n[each places]\n[if file]\nالمطلوب إزالته: {file}\n[end]\n[if note]\nأين تنظرون: {note}\n[end]\n[end]\n[end]\n\nإذا لم يكفِ شيء هنا للعثور على أحدها، فأرجو إخباري فورًا بما تحتاجون إليه، مع متابعة العمل على بقيتها.\n\n# 2. دون موافقة (⁦47 U.S.C. 223a(a)(1)(B)(iii)⁩)\n\n[if not authorised]\nأعتقد بحسن نية أن كل صورة أو مقطع فيديو مذكور هنا يُظهرني، أو يبدو أنه يُظهرني، بصورة حميمة (بتعبير القانون: ⁦intimate visual depiction⁩)، وأنه دون رضا: فقد نُشر دون موافقتي.\n[end]\n[if authorised]\nيعتقد الشخص الذي أتصرف نيابةً عنه بحسن نية أن كل صورة أو مقطع فيديو مذكور هنا يُظهره، أو يبدو أنه يُظهره، بصورة حميمة (بتعبير القانون: ⁦intimate visual depiction⁩)، وأنه دون رضا: فقد نُشر دون موافقته.\n[end]\n[if reason]\n\nمعلومات أخرى قد تساعدكم على اتخاذ القرار: {reason}\n[end]\n\n# 3. ما هو المحتوى ولماذا هو غير قانوني (⁦Online Safety Act 2023, section 20A(2)(a); Regulation (EU) 2022/2065, Article 16(2)(a)⁩)\n\n[if not authorised]\nأصرّح بأن المحتوى المذكور هنا موجود على خدمتكم وأنه محتوى صور حميمة: فهو يُظهرني، أو يبدو أنه يُظهرني، في حالة حميمة، وقد جرت مشاركته دون موافقتي.\n\nالمحتوى المذكور هنا غير قانوني، لأنه يُظهرني، أو يبدو أنه يُظهرني، بصورة حميمة وأُتيح للجمهور دون موافقتي.\n[end]\n[if authorised]\nأصرّح بأن المحتوى المذكور هنا موجود على خدمتكم وأنه محتوى صور حميمة: فهو يُظهر، أو يبدو أنه يُظهر، الشخص الذي أتصرف نيابةً عنه في حالة حميمة، وقد جرت مشاركته دون موافقته.\n\nالمحتوى المذكور هنا غير قانوني، لأنه يُظهر، أو يبدو أنه يُظهر، الشخص الذي أتصرف نيابةً عنه بصورة حميمة وأُتيح للجمهور دون موافقته.\n[end]\n\nتُعدّ إتاحة مثل هذه الصور للجمهور دون موافقة الشخص الظاهر فيها جريمة في بلدان كثيرة. ويجب في الاتحاد الأوروبي كذلك محوها لأنها بيانات شخصية تُعالج دون سند (⁦Regulation (EU) 2016/679, Article 17(1)(d)⁩). ولا يلزم فحص قانوني مفصّل لتبيّن ذلك (⁦Regulation (EU) 2022/2065, Article 16(3)⁩).\n\n# 4. مقدّم الطلب (⁦Online Safety Act 2023, section 20A(2)(b)⁩)\n\n[if not authorised]\nأصرّح بأن هذا البلاغ مقدَّم من صاحب الشأن في المحتوى: أنا الشخص الظاهر فيه.\n[end]\n[if authorised]\nأصرّح بأن هذا البلاغ مقدَّم ممن يتصرف نيابةً عن صاحب الشأن في المحتوى: فقد فوّضني الشخص الظاهر فيه بتقديمه.\n\nأنا مفوَّض منذ {authority_since} بما يلي: {authority_scope}. ولا أذكر اسم ذلك الشخص في هذه الرسالة حمايةً له. وإذا كان لديكم سؤال عن تفويضي، فأرجو سؤالي فورًا، مع متابعة الإزالة في هذه الأثناء.\n[end]\n\n# 5. حسن النية (⁦Online Safety Act 2023, section 20A(2)(c); Regulation (EU) 2022/2065, Article 16(2)(d)⁩)\n\nأصرّح بأن هذا البلاغ مقدَّم بحسن نية وأنه صحيح على حد علمي واعتقادي.\n\nأعتقد بحسن نية أن المعلومات والادعاءات الواردة في هذا الإشعار دقيقة وكاملة.\n\n# 6. كيفية التواصل معي (⁦47 U.S.C. 223a(a)(1)(B)(iv); Online Safety Act 2023, section 20A(2)(e); Regulation (EU) 2022/2065, Article 16(2)(c)⁩)\n\nأرجو الكتابة إلى {asker_contact}\n\n# 7. الاسم والتوقيع (⁦47 U.S.C. 223a(a)(1)(B)(i); Regulation (EU) 2022/2065, Article 16(2)(c)⁩)\n\nاسمي المكتوب أدناه هو توقيعي الإلكتروني.\n\n# ما أطلبه منكم\n\nأرجو إزالة كل صورة أو مقطع فيديو من هذه في أسرع وقت ممكن، وخلال 48 ساعة من استلامكم هذه الرسالة على أبعد تقدير (⁦47 U.S.C. 223a(a)(3); Online Safety Act 2023, section 10(3A)⁩). وإذا لم ينطبق عليكم أيٌّ من هذين القانونين، فأرجو التصرف دون تأخير لا مبرر له (⁦Regulation (EU) 2022/2065, Article 16(6)⁩).\n\nوأرجو في المدة نفسها بذل جهود معقولة للعثور على أي نسخ مطابقة معروفة وإزالتها (⁦47 U.S.C. 223a(a)(3)⁩)، وإزالة أي محتوى آخر تتبيّنون أنه هو نفسه أو مماثل له إلى حد كبير (⁦Online Safety Act 2023, section 10(3A)⁩).\n\nأرجو تأكيد استلام هذه الرسالة، مع الوقت ورقم لها (⁦Regulation (EU) 2022/2065, Article 16(4)⁩). وعندما تتخذون قراركم، أرجو إخباري بما أزلتموه، بما في ذلك النسخ. وإذا لم تُزيلوا شيئًا، فأرجو إخباري بما هو، وبالسبب، وبكيفية الاعتراض (⁦Online Safety Act 2023, section 10(3B); Regulation (EU) 2022/2065, Article 16(5)⁩).\n\nأرجو أن تحتفظوا باسمي وعنواني وهذه الرسالة لأنفسكم، ما لم يُلزمكم قانون بتسليمها. وأرجو خصوصًا ألا تخبروا من نشر هذا بمن طلب الإزالة (⁦Regulation (EU) 2022/2065, Article 17(3)(b)⁩).\n\n{asker_name}\nوُقّع إلكترونيًا في {today}\n{role}\n{asker_contact}\n",
   "en": "[if not authorised]\nIntimate pictures or videos of me are on your service. They were published without my consent. Please remove them.\n[end]\n[if authorised]\nIntimate pictures or videos of a person I act for are on your service. They were published without that person's consent. Please remove them.\n[end]\n\nI do not know in which country your service is. So this one letter holds what three laws ask for: a removal request under the TAKE IT DOWN Act (47 U.S.C. 223a), an intimate image content report (Online Safety Act 2023, section 20A), and a notice of illegal content (Regulation (EU) 2022/2065, Article 16). Each part is marked with the provisions it answers. Please treat it under each law that applies to you.\n\n# 1. Where they are (47 U.S.C. 223a(a)(1)(B)(ii); Online Safety Act 2023, section 20A(2)(d); Regulation (EU) 2022/2065, Article 16(2)(b))\n\nEach page stands here once, with the pictures or videos to remove from it. Please use the item numbers when you answer.\n\n[each pages]\n{number}.\n[if page]\nPage: {page}\n[end]\n[if seen]\nSeen there on {seen}\n[end]\n[if more]\nMore pictures or videos to remove on this page have no address of their own.\n[end]\n[each places]\n[if file]\nTo remove: {file}\n[end]\n[if note]\nWhere to look: {note}\n[end]\n[end]\n[end]\n\nIf something here is not enough to find one of them, please tell me at once what you need, and go on with the others.\n\n# 2. Without consent (47 U.S.C. 223a(a)(1)(B)(iii))\n\n[if not authorised]\nI believe in good faith that each picture or video listed here shows me, or appears to show me, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without my consent.\n[end]\n[if authorised]\nThe person I act for believes in good faith that each picture or video listed here shows them, or appears to show them, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without their consent.\n[end]\n[if reason]\n\nMore that may help you to decide: {reason}\n[end]\n\n# 3. What the content is, and why it is illegal (Online Safety Act 2023, section 20A(2)(a); Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nI declare that the content listed here is present on your service and is intimate image content: it shows me, or appears to show me, in an intimate state, and it was shared without my consent.\n\nThe content listed here is illegal, because it shows me, or appears to show me, in an intimate way and was made public without my consent.\n[end]\n[if authorised]\nI declare that the content listed here is present on your service and is intimate image content: it shows, or appears to show, the person I act for in an intimate state, and it was shared without their consent.\n\nThe content listed here is illegal, because it shows, or appears to show, the person I act for in an intimate way and was made public without their consent.\n[end]\n\nIn many countries it is a crime to make such pictures public without the consent of the person shown. In the European Union they must also be erased as personal data processed without a ground (Regulation (EU) 2016/679, Article 17(1)(d)). No detailed legal examination is needed to see this (Regulation (EU) 2022/2065, Article 16(3)).\n\n# 4. Who asks (Online Safety Act 2023, section 20A(2)(b))\n\n[if not authorised]\nI declare that this report is made by the subject of the content: I am the person shown.\n[end]\n[if authorised]\nI declare that this report is made by a person acting on behalf of the subject of the content: the person shown authorised me to make it.\n\nI have been authorised since {authority_since}, to do this: {authority_scope}. I keep that person's name out of this letter to protect them. If you have a question about my authority, please ask me at once, and go on with the removal meanwhile.\n[end]\n\n# 5. Good faith (Online Safety Act 2023, section 20A(2)(c); Regulation (EU) 2022/2065, Article 16(2)(d))\n\nI declare that this report is made in good faith and, to the best of my knowledge and belief, is true.\n\nI believe in good faith that the information and allegations in this notice are accurate and complete.\n\n# 6. How to reach me (47 U.S.C. 223a(a)(1)(B)(iv); Online Safety Act 2023, section 20A(2)(e); Regulation (EU) 2022/2065, Article 16(2)(c))\n\nPlease write to {asker_contact}.\n\n# 7. Name and signature (47 U.S.C. 223a(a)(1)(B)(i); Regulation (EU) 2022/2065, Article 16(2)(c))\n\nMy typed name below is my electronic signature.\n\n# What I ask you to do\n\nRemove each of these pictures or videos as soon as possible, and not later than 48 hours after you receive this letter (47 U.S.C. 223a(a)(3); Online Safety Act 2023, section 10(3A)). If neither of these two laws applies to you, act without undue delay (Regulation (EU) 2022/2065, Article 16(6)).\n\nIn the same time, make reasonable efforts to identify and remove any known identical copies (47 U.S.C. 223a(a)(3)), and take down any other content that you identify as the same, or substantially the same (Online Safety Act 2023, section 10(3A)).\n\nPlease confirm that you have received this letter, with the time and a number for it (Regulation (EU) 2022/2065, Article 16(4)). When you have decided, please tell me what you removed, copies included. If you do not remove something, please tell me which item, why, and how I can object (Online Safety Act 2023, section 10(3B); Regulation (EU) 2022/2065, Article 16(5)).\n\nPlease keep my name, my address and this letter to yourselves, unless a law makes you pass them on. In particular, please make sure that the person who published this does not learn from you who asked for the removal (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nSigned electronically on {today}\n{role}\n{asker_contact}\n"
  }
 },
 {
  "slug": "eu-dsa",
  "title": "Digital Services Act (European Union)",
  "jurisdiction": "European Union",
  "countries": [
   "AT",
   "BE",
   "BG",
   "CY",
   "CZ",
   "DE",
   "DK",
   "EE",
   "ES",
   "FI",
   "FR",
   "GR",
   "HR",
   "HU",
   "IE",
   "IT",
   "LT",
   "LU",
   "LV",
   "MT",
   "NL",
   "PL",
   "PT",
   "RO",
   "SE",
   "SI",
   "SK"
  ],
  "automatic": true,
  "fallback": false,
  "covers": "Anything against the law that somebody put on a site, big or small, that is active in the European Union. To share an intimate picture without consent is against the law in most of its countries.",
  "citations": [
   "Regulation (EU) 2022/2065, Article 16"
  ],
  "read_on": "2026-11-23",
  "elements": [
   {
    "id": "explanation",
    "title": "Why it is illegal",
    "missing": "The law wants a reason why this is illegal. Read the statement, and agree if it is true. You need not tell your story.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(a)",
    "filled_by": [
     "declaration:illegal"
    ]
   },
   {
    "id": "location",
    "title": "Exact place",
    "missing": "Say where each picture is: the exact address if you have it, or a few words that help to find it.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(b)",
    "filled_by": [
     "places"
    ]
   },
   {
    "id": "name-and-mail",
    "title": "Name and e-mail address",
    "missing": "Your name or your e-mail address is missing. The e-mail address can be one you made only for this.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(c)",
    "filled_by": [
     "signature",
     "contact"
    ]
   },
   {
    "id": "authority",
    "title": "Permission to act for the person shown",
    "missing": "You are asking for somebody else. Say what they allow you to do, and since when. If they took that back, you cannot ask for them.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(d)",
    "filled_by": [
     "authority"
    ]
   },
   {
    "id": "good-faith",
    "title": "Statement that the notice is right",
    "missing": "The law wants you to say that your notice is right and complete as far as you know. Read the statement, and agree if it is true.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(d)",
    "filled_by": [
     "declaration:accurate"
    ]
   }
  ],
  "declarations": [
   {
    "id": "illegal",
    "own": "The content listed here is illegal, because it shows me, or appears to show me, in an intimate way and was made public without my consent.",
    "authorised": "The content listed here is illegal, because it shows, or appears to show, the person I act for in an intimate way and was made public without their consent.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(a)"
   },
   {
    "id": "accurate",
    "own": "I believe in good faith that the information and allegations in this notice are accurate and complete.",
    "authorised": "I believe in good faith that the information and allegations in this notice are accurate and complete.",
    "citation": "Regulation (EU) 2022/2065, Article 16(2)(d)"
   }
  ],
  "clock": {
   "id": "removal",
   "unit": "none",
   "amount": 0,
   "start": "the moment the service receives the notice",
   "note": "The law gives no number of hours. The service must decide in a timely and careful way, and tell you. If a week goes by without an answer, take the next step.",
   "citation": "Regulation (EU) 2022/2065, Article 16(6)",
   "ends_on_business_day": false,
   "holidays": []
  },
  "other_clocks": [
   {
    "id": "gdpr-answer",
    "unit": "months",
    "amount": 1,
    "start": "the day a request to erase personal data is received",
    "note": "If you also ask for erasure under the data protection rules, an answer is due within one month. In hard cases the service may take two months more, and must tell you.",
    "citation": "Regulation (EU) 2016/679, Article 12(3)",
    "ends_on_business_day": true,
    "holidays": []
   },
   {
    "id": "complaint-window",
    "unit": "months",
    "amount": 6,
    "start": "the day the service tells you its decision",
    "note": "You can use the complaint system of an online platform for at least six months.",
    "citation": "Regulation (EU) 2022/2065, Article 20(1)",
    "ends_on_business_day": false,
    "holidays": []
   }
  ],
  "grounds": [
   {
    "id": "element-missing",
    "text": "The notice does not hold what the law lists, so the service cannot find the content or see that it is illegal.",
    "citation": "Regulation (EU) 2022/2065, Article 16(3)"
   },
   {
    "id": "not-illegal",
    "text": "The service decided that the content is neither illegal nor against its own rules. It must tell you, and say how you can object.",
    "citation": "Regulation (EU) 2022/2065, Article 16(5)"
   }
  ],
  "rungs": [
   {
    "id": "search",
    "when": [
     "now"
    ],
    "text": "Ask the search engines to stop showing the pages. This does not delete the picture, but far fewer people find it. You can do this at the same time.",
    "link": "https://support.google.com/websearch/answer/9116649",
    "needs": [
     "the addresses of the pages and of the pictures",
     "for a result: the words that were searched for"
    ]
   },
   {
    "id": "stopncii",
    "when": [
     "now"
    ],
    "text": "If you have the picture yourself and everyone shown was 18 or older, StopNCII can make a fingerprint of it on your own device. The sites that take part look for it. The picture stays with you.",
    "link": "https://stopncii.org/",
    "needs": [
     "the picture, on your own device"
    ]
   },
   {
    "id": "complaint",
    "when": [
     "refused"
    ],
    "text": "Use the complaint system of the service. It is free, and open for at least six months after the decision. Small services need not have one.",
    "link": "",
    "needs": [
     "the number of your notice",
     "the decision"
    ]
   },
   {
    "id": "trusted-flagger",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Ask an organisation that the authorities have named a trusted flagger. What it reports is treated first. Your helpline may be one. Small services need not follow this rule.",
    "link": "https://digital-strategy.ec.europa.eu/en/policies/trusted-flaggers-under-dsa",
    "needs": [
     "the addresses of the pictures",
     "your consent that they report for you"
    ]
   },
   {
    "id": "coordinator",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Complain to the office that watches over sites in your country. It is called the Digital Services Coordinator.",
    "link": "https://digital-strategy.ec.europa.eu/en/policies/dsa-dscs",
    "needs": [
     "when you sent the notice",
     "the addresses of the pictures",
     "the answer, or that none came"
    ]
   },
   {
    "id": "erasure",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Ask the site to erase your personal data. If no answer comes within a month, complain to the data protection authority of your country.",
    "link": "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
    "needs": [
     "the addresses of the pictures",
     "the answer, or that none came"
    ]
   },
   {
    "id": "host",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Write to the company that hosts the site. The same law binds it. Its abuse address stands in the public register (RDAP) for the site's network address. Ask it not to pass your details on.",
    "link": "https://lookup.icann.org/",
    "needs": [
     "the addresses of the pictures",
     "why they are illegal",
     "that the site did not act, and since when"
    ]
   }
  ],
  "cautions": [
   {
    "id": "national-law",
    "text": "What is illegal is a matter of each country's own law. If you know which law of your country forbids this, name it in the reason: it makes the notice stronger.",
    "citation": "Regulation (EU) 2022/2065, Article 16(3)"
   }
  ],
  "checks": [
   {
    "text": "Which national offence should be named for each member state? Directive (EU) 2024/1385 must be part of national law only from 14 June 2027.",
    "citations": [
     "Regulation (EU) 2022/2065, Article 16(2)(a)",
     "Regulation (EU) 2022/2065, Article 16(3)"
    ]
   },
   {
    "text": "The duties after a notice (confirm, decide, explain), the complaint system and the protection of the one who asks were not read again. That a week is long enough to wait is our own judgement.",
    "citations": [
     "Regulation (EU) 2022/2065, Article 16(4)",
     "Regulation (EU) 2022/2065, Article 16(5)",
     "Regulation (EU) 2022/2065, Article 16(6)",
     "Regulation (EU) 2022/2065, Article 17(3)(b)",
     "Regulation (EU) 2022/2065, Article 20(1)"
    ]
   },
   {
    "text": "Data protection: the grounds for erasure, and whether a month that ends on a weekend runs on to the next working day.",
    "citations": [
     "Regulation (EU) 2016/679, Article 9(1)",
     "Regulation (EU) 2016/679, Article 12(3)",
     "Regulation (EU) 2016/679, Article 17(1)(d)",
     "Regulation (EEC, Euratom) No 1182/71, Article 3(4)"
    ]
   },
   {
    "text": "Articles 16(1) and 16(2) were read in a copy by a private site; compare them with the Official Journal.",
    "citations": [
     "Regulation (EU) 2022/2065, Article 16",
     "Regulation (EU) 2022/2065, Article 16(2)",
     "Regulation (EU) 2022/2065, Article 16(2)(a)",
     "Regulation (EU) 2022/2065, Article 16(2)(b)",
     "Regulation (EU) 2022/2065, Article 16(2)(c)",
     "Regulation (EU) 2022/2065, Article 16(2)(d)"
    ]
   },
   {
    "text": "Every link and form address, at each release.",
    "citations": []
   }
  ],
  "notices": {
   "de": "Dies ist eine Meldung rechtswidriger Inhalte nach dem Gesetz über digitale Dienste ({law_citation}).\n\n[if not authorised]\nAuf Ihrem Dienst sind intime Bilder oder Videos von mir gespeichert. Sie wurden ohne meine Einwilligung öffentlich gemacht. Bitte entfernen Sie sie.\n[end]\n[if authorised]\nAuf Ihrem Dienst sind intime Bilder oder Videos einer Person gespeichert, für die ich handle. Sie wurden ohne die Einwilligung dieser Person öffentlich gemacht. Bitte entfernen Sie sie.\n[end]\n\nDie Meldung enthält, was Regulation (EU) 2022/2065, Article 16(2) aufzählt. Bei jedem Teil steht der Punkt, auf den er antwortet.\n\n# 1. Warum dieser Inhalt rechtswidrig ist (Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nDer hier genannte Inhalt ist rechtswidrig, weil er mich auf intime Weise zeigt oder zu zeigen scheint und ohne meine Einwilligung öffentlich gemacht wurde.\n[end]\n[if authorised]\nDer hier genannte Inhalt ist rechtswidrig, weil er die Person, für die ich handle, auf intime Weise zeigt oder zu zeigen scheint und ohne ihre Einwilligung öffentlich gemacht wurde.\n[end]\n\nSolche Bilder ohne Einwilligung der gezeigten Person öffentlich zu machen verletzt deren Privatleben und ist in vielen Mitgliedstaaten eine Straftat. Die Bilder sind außerdem personenbezogene Daten zum Sexualleben dieser Person (Regulation (EU) 2016/679, Article 9(1)). Es gibt weder eine Einwilligung noch eine andere Grundlage, sie zu verarbeiten; sie müssen deshalb gelöscht werden (Regulation (EU) 2016/679, Article 17(1)(d)). Das ist ohne eingehende rechtliche Prüfung zu erkennen.\n[if reason]\n\nWeiteres, das Ihnen bei der Entscheidung helfen kann: {reason}\n[end]\n\n# 2. Genauer elektronischer Speicherort (Regulation (EU) 2022/2065, Article 16(2)(b))\n\nJede Seite steht hier einmal, mit den Bildern oder Videos, die von ihr zu entfernen sind. Bitte verwenden Sie in Ihrer Antwort die Nummern der Einträge.\n\n[each pages]\n{number}.\n[if page]\nSeite: {page}\n[end]\n[if seen]\nDort gesehen am {seen}\n[end]\n[if more]\nWeitere zu entfernende Bilder oder Videos auf dieser Seite haben keine eigene Adresse.\n[end]\n[each places]\n[if file]\nZu entfernen: {file}\n[end]\n[if note]\nWo Sie suchen müssen: {note}\n[end]\n[end]\n[end]\n\nReicht hier etwas nicht aus, um eines davon zu finden, sagen Sie mir bitte sofort, was Sie brauchen, und machen Sie mit den anderen weiter.\n\n# 3. Name und E-Mail-Adresse (Regulation (EU) 2022/2065, Article 16(2)(c))\n\n{asker_name}, {asker_contact}\n\n[if authorised]\nIch bin seit {authority_since} ermächtigt, für die gezeigte Person zu handeln, und zwar für Folgendes: {authority_scope}. Den Namen dieser Person nenne ich zu ihrem Schutz in diesem Brief nicht. Haben Sie eine Frage zu meiner Ermächtigung, fragen Sie mich bitte sofort, und fahren Sie inzwischen mit der Entfernung fort.\n[end]\n\n# 4. Erklärung des guten Glaubens (Regulation (EU) 2022/2065, Article 16(2)(d))\n\nIch glaube in gutem Glauben, dass die in dieser Meldung enthaltenen Angaben und Behauptungen richtig und vollständig sind.\n\n# Worum ich Sie bitte\n\nEntfernen Sie diesen Inhalt unverzüglich, oder sperren Sie den Zugang zu ihm, und entfernen Sie bitte jede identische Kopie, die Ihnen bekannt ist. Sobald Sie diese Meldung erhalten, wissen Sie davon (Regulation (EU) 2022/2065, Article 16(3)). Bitte entscheiden Sie zeitnah und sorgfältig (Regulation (EU) 2022/2065, Article 16(6)).\n\nBitte bestätigen Sie den Eingang dieser Meldung (Regulation (EU) 2022/2065, Article 16(4)), mit der Uhrzeit und einer Nummer. Wenn Sie entschieden haben, teilen Sie mir bitte unverzüglich mit, was Sie entschieden haben und wie ich widersprechen kann (Regulation (EU) 2022/2065, Article 16(5)). Wenn Sie etwas nicht entfernen, teilen Sie mir bitte mit, welchen Eintrag, und warum.\n\nBitte behalten Sie meinen Namen, meine Adresse und diesen Brief für sich, soweit kein Gesetz Sie zur Weitergabe verpflichtet. Achten Sie insbesondere bitte darauf, dass die Person, die dies veröffentlicht hat, von Ihnen nicht erfährt, wer diese Meldung gesendet hat. Meine Identität anzugeben ist nicht unbedingt erforderlich, um Ihre Entscheidung zu begründen (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nElektronisch unterzeichnet am {today}\n{role}\n{asker_contact}\n",
   "en": "This is a notice of illegal content under the Digital Services Act ({law_citation}).\n\n[if not authorised]\nIntimate pictures or videos of me are stored on your service. They were made public without my consent. Please remove them.\n[end]\n[if authorised]\nIntimate pictures or videos of a person I act for are stored on your service. They were made public without that person's consent. Please remove them.\n[end]\n\nThe notice holds what Regulation (EU) 2022/2065, Article 16(2) lists. Each part is marked with the point it answers.\n\n# 1. Why this content is illegal (Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nThe content listed here is illegal, because it shows me, or appears to show me, in an intimate way and was made public without my consent.\n[end]\n[if authorised]\nThe content listed here is illegal, because it shows, or appears to show, the person I act for in an intimate way and was made public without their consent.\n[end]\n\nMaking such pictures public without the consent of the person shown violates that person's private life and is a crime in many member states. The pictures are also personal data about the sex life of that person (Regulation (EU) 2016/679, Article 9(1)). There is no consent and no other ground for processing them, so they must be erased (Regulation (EU) 2016/679, Article 17(1)(d)). No detailed legal examination is needed to see this.\n[if reason]\n\nMore that may help you to decide: {reason}\n[end]\n\n# 2. Exact electronic location (Regulation (EU) 2022/2065, Article 16(2)(b))\n\nEach page stands here once, with the pictures or videos to remove from it. Please use the item numbers when you answer.\n\n[each pages]\n{number}.\n[if page]\nPage: {page}\n[end]\n[if seen]\nSeen there on {seen}\n[end]\n[if more]\nMore pictures or videos to remove on this page have no address of their own.\n[end]\n[each places]\n[if file]\nTo remove: {file}\n[end]\n[if note]\nWhere to look: {note}\n[end]\n[end]\n[end]\n\nIf something here is not enough to find one of them, please tell me at once what you need, and go on with the others.\n\n# 3. Name and e-mail address (Regulation (EU) 2022/2065, Article 16(2)(c))\n\n{asker_name}, {asker_contact}\n\n[if authorised]\nI am authorised to act for the person shown, since {authority_since}, to do this: {authority_scope}. I keep that person's name out of this letter to protect them. If you have a question about my authority, please ask me at once, and go on with the removal meanwhile.\n[end]\n\n# 4. Statement of good faith (Regulation (EU) 2022/2065, Article 16(2)(d))\n\nI believe in good faith that the information and allegations in this notice are accurate and complete.\n\n# What I ask you to do\n\nRemove this content, or disable access to it, without undue delay, and please remove every identical copy that you know of. From the moment you receive this notice you know of it (Regulation (EU) 2022/2065, Article 16(3)). Please decide in a timely and diligent manner (Regulation (EU) 2022/2065, Article 16(6)).\n\nPlease confirm that you have received this notice (Regulation (EU) 2022/2065, Article 16(4)), with the time and a number for it. When you have decided, please tell me without undue delay what you decided and how I can object (Regulation (EU) 2022/2065, Article 16(5)). If you do not remove something, please tell me which item, and why.\n\nPlease keep my name, my address and this letter to yourselves, unless a law makes you pass them on. In particular, please make sure that the person who published this does not learn from you who sent this notice. Giving my identity is not strictly necessary to explain your decision (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nSigned electronically on {today}\n{role}\n{asker_contact}\n",
   "es": "Esta es una notificación de contenido ilícito conforme al Reglamento de Servicios Digitales ({law_citation}).\n\n[if not authorised]\nEn su servicio hay imágenes o vídeos íntimos míos. Se hicieron públicos sin mi consentimiento. Les pido que los retiren.\n[end]\n[if authorised]\nEn su servicio hay imágenes o vídeos íntimos de una persona por la que actúo. Se hicieron públicos sin el consentimiento de esa persona. Les pido que los retiren.\n[end]\n\nLa notificación contiene lo que enumera Regulation (EU) 2022/2065, Article 16(2). Cada parte indica el punto al que responde.\n\n# 1. Por qué este contenido es ilegal (Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nEl contenido indicado aquí es ilegal, porque me muestra, o parece mostrarme, de forma íntima y se hizo público sin mi consentimiento.\n[end]\n[if authorised]\nEl contenido indicado aquí es ilegal, porque muestra, o parece mostrar, a la persona por la que actúo de forma íntima y se hizo público sin su consentimiento.\n[end]\n\nHacer públicas tales imágenes sin el consentimiento de la persona que aparece vulnera su vida privada y es delito en muchos Estados miembros. Las imágenes son además datos personales sobre la vida sexual de esa persona (Regulation (EU) 2016/679, Article 9(1)). No hay consentimiento ni otra base para tratarlas, por lo que deben suprimirse (Regulation (EU) 2016/679, Article 17(1)(d)). Para verlo no hace falta un examen jurídico detallado.\n[if reason]\n\nMás información que puede ayudarles a decidir: {reason}\n[end]\n\n# 2. Ubicación electrónica exacta (Regulation (EU) 2022/2065, Article 16(2)(b))\n\nCada página figura aquí una vez, con las imágenes o los vídeos que hay que retirar de ella. Les pido que usen los números de los elementos en su respuesta.\n\n[each pages]\n{number}.\n[if page]\nPágina: {page}\n[end]\n[if seen]\nVisto allí el {seen}\n[end]\n[if more]\nOtras imágenes u otros vídeos que hay que retirar de esta página no tienen dirección propia.\n[end]\n[each places]\n[if file]\nRetirar: {file}\n[end]\n[if note]\nDónde mirar: {note}\n[end]\n[end]\n[end]\n\nSi algo de esto no basta para encontrar alguno, díganme enseguida qué necesitan y sigan con los demás.\n\n# 3. Nombre y dirección de correo electrónico (Regulation (EU) 2022/2065, Article 16(2)(c))\n\n{asker_name}, {asker_contact}\n\n[if authorised]\nCuento con autorización para actuar por la persona que aparece desde el {authority_since}, para lo siguiente: {authority_scope}. No escribo el nombre de esa persona en esta carta para protegerla. Si tienen alguna pregunta sobre mi autorización, háganmela enseguida y sigan entretanto con la retirada.\n[end]\n\n# 4. Declaración de buena fe (Regulation (EU) 2022/2065, Article 16(2)(d))\n\nCreo de buena fe que la información y las alegaciones de esta notificación son exactas y completas.\n\n# Lo que les pido\n\nRetiren este contenido, o impidan el acceso a él, sin demora indebida, y retiren, por favor, toda copia idéntica de la que tengan conocimiento. Desde el momento en que reciben esta notificación tienen conocimiento de ello (Regulation (EU) 2022/2065, Article 16(3)). Les pido que decidan a tiempo y con diligencia (Regulation (EU) 2022/2065, Article 16(6)).\n\nLes pido que confirmen que han recibido esta notificación (Regulation (EU) 2022/2065, Article 16(4)), con la hora y un número. Cuando hayan decidido, díganme sin demora indebida qué han decidido y cómo puedo oponerme (Regulation (EU) 2022/2065, Article 16(5)). Si no retiran algo, díganme qué elemento y por qué.\n\nLes pido que guarden para ustedes mi nombre, mi dirección y esta carta, salvo que una ley les obligue a transmitirlos. En especial, procuren que la persona que publicó esto no sepa por ustedes quién envió esta notificación. Dar mi identidad no es estrictamente necesario para explicar su decisión (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nFirmado electrónicamente el {today}\n{role}\n{asker_contact}\n",
   "fr": "Ceci est une notification de contenu illicite au titre du règlement sur les services numériques ({law_citation}).\n\n[if not authorised]\nDes images ou des vidéos intimes de moi sont stockées sur votre service. Elles ont été rendues publiques sans mon consentement. Merci de les retirer.\n[end]\n[if authorised]\nDes images ou des vidéos intimes d’une personne pour qui j’agis sont stockées sur votre service. Elles ont été rendues publiques sans le consentement de cette personne. Merci de les retirer.\n[end]\n\nLa notification contient ce qu’énumère Regulation (EU) 2022/2065, Article 16(2). Chaque partie indique le point auquel elle répond.\n\n# 1. Pourquoi ce contenu est illicite (Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nLe contenu indiqué ici est illicite, car il me montre, ou semble me montrer, de façon intime et a été rendu public sans mon consentement.\n[end]\n[if authorised]\nLe contenu indiqué ici est illicite, car il montre, ou semble montrer, la personne pour qui j’agis de façon intime et a été rendu public sans son consentement.\n[end]\n\nRendre publiques de telles images sans le consentement de la personne montrée porte atteinte à sa vie privée et constitue une infraction pénale dans de nombreux États membres. Ces images sont aussi des données à caractère personnel concernant la vie sexuelle de cette personne (Regulation (EU) 2016/679, Article 9(1)). Il n’y a ni consentement ni autre fondement pour les traiter ; elles doivent donc être effacées (Regulation (EU) 2016/679, Article 17(1)(d)). Aucun examen juridique détaillé n’est nécessaire pour le constater.\n[if reason]\n\nAutres éléments qui peuvent vous aider à décider : {reason}\n[end]\n\n# 2. Emplacement électronique exact (Regulation (EU) 2022/2065, Article 16(2)(b))\n\nChaque page figure ici une fois, avec les images ou les vidéos à en retirer. Merci d’utiliser les numéros des éléments dans votre réponse.\n\n[each pages]\n{number}.\n[if page]\nPage : {page}\n[end]\n[if seen]\nVu à cet endroit le {seen}\n[end]\n[if more]\nD’autres images ou vidéos à retirer de cette page n’ont pas d’adresse propre.\n[end]\n[each places]\n[if file]\nÀ retirer : {file}\n[end]\n[if note]\nOù regarder : {note}\n[end]\n[end]\n[end]\n\nSi quelque chose ici ne suffit pas pour trouver l’une d’elles, merci de me dire tout de suite ce qu’il vous faut, et de continuer avec les autres.\n\n# 3. Nom et adresse électronique (Regulation (EU) 2022/2065, Article 16(2)(c))\n\n{asker_name}, {asker_contact}\n\n[if authorised]\nJe suis autorisé à agir pour la personne montrée depuis le {authority_since}, pour ce qui suit : {authority_scope}. Je n’écris pas le nom de cette personne dans cette lettre, afin de la protéger. Si vous avez une question sur mon autorisation, merci de me la poser tout de suite, et de poursuivre le retrait entre-temps.\n[end]\n\n# 4. Déclaration de bonne foi (Regulation (EU) 2022/2065, Article 16(2)(d))\n\nJe crois de bonne foi que les informations et allégations contenues dans cette notification sont exactes et complètes.\n\n# Ce que je vous demande\n\nRetirez ce contenu, ou rendez-le inaccessible, dans les meilleurs délais, et merci de retirer chaque copie identique dont vous avez connaissance. Dès que vous recevez cette notification, vous en avez connaissance (Regulation (EU) 2022/2065, Article 16(3)). Merci de décider en temps opportun et avec diligence (Regulation (EU) 2022/2065, Article 16(6)).\n\nMerci de confirmer que vous avez reçu cette notification (Regulation (EU) 2022/2065, Article 16(4)), avec l’heure et un numéro. Quand vous aurez décidé, merci de me dire dans les meilleurs délais ce que vous avez décidé et comment je peux m’y opposer (Regulation (EU) 2022/2065, Article 16(5)). Si vous ne retirez pas quelque chose, merci de me dire quel élément, et pourquoi.\n\nMerci de garder pour vous mon nom, mon adresse et cette lettre, sauf si une loi vous oblige à les transmettre. Merci de veiller en particulier à ce que la personne qui a publié ceci n’apprenne pas de vous qui a envoyé cette notification. Donner mon identité n’est pas strictement nécessaire pour expliquer votre décision (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nSigné électroniquement le {today}\n{role}\n{asker_contact}\n",
   "pt": "Esta é uma notificação de conteúdo ilegal nos termos do Regulamento dos Serviços Digitais ({law_citation}).\n\n[if not authorised]\nHá no seu serviço imagens ou vídeos íntimos meus. Foram tornados públicos sem o meu consentimento. Peço que os removam.\n[end]\n[if authorised]\nHá no seu serviço imagens ou vídeos íntimos de uma pessoa por quem ajo. Foram tornados públicos sem o consentimento dessa pessoa. Peço que os removam.\n[end]\n\nA notificação contém o que Regulation (EU) 2022/2065, Article 16(2) enumera. Cada parte indica o ponto a que responde.\n\n# 1. Por que este conteúdo é ilegal (Regulation (EU) 2022/2065, Article 16(2)(a))\n\n[if not authorised]\nO conteúdo indicado aqui é ilegal, porque me mostra, ou parece me mostrar, de forma íntima e foi tornado público sem o meu consentimento.\n[end]\n[if authorised]\nO conteúdo indicado aqui é ilegal, porque mostra, ou parece mostrar, a pessoa por quem ajo de forma íntima e foi tornado público sem o consentimento dela.\n[end]\n\nTornar públicas tais imagens sem o consentimento da pessoa mostrada viola a vida privada dela e é crime em muitos Estados-Membros. As imagens são também dados pessoais sobre a vida sexual dessa pessoa (Regulation (EU) 2016/679, Article 9(1)). Não há consentimento nem outro fundamento para as tratar, por isso têm de ser apagadas (Regulation (EU) 2016/679, Article 17(1)(d)). Para ver isto não é preciso um exame jurídico detalhado.\n[if reason]\n\nMais informações que podem ajudar na decisão: {reason}\n[end]\n\n# 2. Localização eletrônica exata (Regulation (EU) 2022/2065, Article 16(2)(b))\n\nCada página aparece aqui uma vez, com as imagens ou os vídeos a remover dela. Peço que usem os números dos itens na resposta.\n\n[each pages]\n{number}.\n[if page]\nPágina: {page}\n[end]\n[if seen]\nVisto ali em {seen}\n[end]\n[if more]\nOutras imagens ou outros vídeos a remover desta página não têm endereço próprio.\n[end]\n[each places]\n[if file]\nA remover: {file}\n[end]\n[if note]\nOnde olhar: {note}\n[end]\n[end]\n[end]\n\nSe algo aqui não bastar para encontrar um deles, peço que me digam logo do que precisam e que continuem com os outros.\n\n# 3. Nome e endereço de e-mail (Regulation (EU) 2022/2065, Article 16(2)(c))\n\n{asker_name}, {asker_contact}\n\n[if authorised]\nTenho autorização para agir pela pessoa mostrada desde {authority_since}, para o seguinte: {authority_scope}. Não escrevo o nome dessa pessoa nesta carta para a proteger. Se tiverem uma pergunta sobre a minha autorização, peço que a façam logo e que continuem entretanto com a remoção.\n[end]\n\n# 4. Declaração de boa-fé (Regulation (EU) 2022/2065, Article 16(2)(d))\n\nAcredito de boa-fé que as informações e alegações desta notificação são exatas e completas.\n\n# O que peço\n\nRemovam este conteúdo, ou bloqueiem o acesso a ele, sem demora injustificada, e removam, por favor, cada cópia idêntica de que tenham conhecimento. A partir do momento em que recebem esta notificação, têm conhecimento disso (Regulation (EU) 2022/2065, Article 16(3)). Peço que decidam em tempo útil e com diligência (Regulation (EU) 2022/2065, Article 16(6)).\n\nPeço que confirmem que receberam esta notificação (Regulation (EU) 2022/2065, Article 16(4)), com a hora e um número. Quando tiverem decidido, peço que me digam sem demora injustificada o que decidiram e como posso me opor (Regulation (EU) 2022/2065, Article 16(5)). Se não removerem algo, peço que me digam qual item e por quê.\n\nPeço que guardem para vocês o meu nome, o meu endereço e esta carta, salvo se uma lei os obrigar a transmiti-los. Em especial, peço que cuidem para que a pessoa que publicou isto não saiba por vocês quem enviou esta notificação. Dar a minha identidade não é estritamente necessário para explicar a decisão (Regulation (EU) 2022/2065, Article 17(3)(b)).\n\n{asker_name}\nAssinado eletronicamente em {today}\n{role}\n{asker_contact}\n"
  }
 },
 {
  "slug": "uk-online-safety",
  "title": "Online Safety Act (United Kingdom)",
  "jurisdiction": "United Kingdom",
  "countries": [
   "GB",
   "UK"
  ],
  "automatic": true,
  "fallback": false,
  "covers": "Intimate pictures and videos of you, real or made to look like you, that were shared without your consent on a service where users can post, or that a search service shows. Pictures in underwear count too.",
  "citations": [
   "Online Safety Act 2023, section 20A",
   "Online Safety Act 2023, section 10(3A)"
  ],
  "read_on": "2026-11-23",
  "elements": [
   {
    "id": "intimate-content",
    "title": "Statement that it is intimate image content",
    "missing": "The law wants you to say that the content is an intimate picture shared without consent. Read the statement, and agree if it is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(a)",
    "filled_by": [
     "declaration:intimate-content"
    ]
   },
   {
    "id": "by-subject",
    "title": "Statement of who makes the report",
    "missing": "The law wants you to say that you are the person shown, or act for them. Read the statement, and agree if it is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(b)",
    "filled_by": [
     "declaration:by-subject",
     "signature"
    ]
   },
   {
    "id": "authority",
    "title": "Permission to act for the person shown",
    "missing": "You are asking for somebody else. Say what they allow you to do, and since when. If they took that back, you cannot report for them.",
    "citation": "Online Safety Act 2023, section 20A(2)(b)",
    "filled_by": [
     "authority"
    ]
   },
   {
    "id": "in-good-faith",
    "title": "Statement that the report is true",
    "missing": "The law wants you to say that your report is honest and true as far as you know. Read the statement, and agree if it is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(c)",
    "filled_by": [
     "declaration:true-report"
    ]
   },
   {
    "id": "location",
    "title": "Which content it is",
    "missing": "Say where each picture is: the address of the page, or a few words that help to find it.",
    "citation": "Online Safety Act 2023, section 20A(2)(d)",
    "filled_by": [
     "places"
    ]
   },
   {
    "id": "contact",
    "title": "How to reach you",
    "missing": "Give an e-mail address where the service can reach you. It can be one you made only for this.",
    "citation": "Online Safety Act 2023, section 20A(2)(e)",
    "filled_by": [
     "contact"
    ]
   }
  ],
  "declarations": [
   {
    "id": "intimate-content",
    "own": "I declare that the content listed here is present on your service and is intimate image content: it shows me, or appears to show me, in an intimate state, and it was shared without my consent.",
    "authorised": "I declare that the content listed here is present on your service and is intimate image content: it shows, or appears to show, the person I act for in an intimate state, and it was shared without their consent.",
    "citation": "Online Safety Act 2023, section 20A(2)(a)"
   },
   {
    "id": "by-subject",
    "own": "I declare that this report is made by the subject of the content: I am the person shown.",
    "authorised": "I declare that this report is made by a person acting on behalf of the subject of the content: the person shown authorised me to make it.",
    "citation": "Online Safety Act 2023, section 20A(2)(b)"
   },
   {
    "id": "true-report",
    "own": "I declare that this report is made in good faith and, to the best of my knowledge and belief, is true.",
    "authorised": "I declare that this report is made in good faith and, to the best of my knowledge and belief, is true.",
    "citation": "Online Safety Act 2023, section 20A(2)(c)"
   }
  ],
  "clock": {
   "id": "removal",
   "unit": "hours",
   "amount": 48,
   "start": "the moment the service receives the report; until the service confirms that, the moment you sent it",
   "note": "The service must take the content down as soon as it reasonably can, and within 48 hours at the latest. That goes for copies that are the same or nearly the same, too. Weekends and holidays count.",
   "citation": "Online Safety Act 2023, section 10(3A)",
   "ends_on_business_day": false,
   "holidays": []
  },
  "other_clocks": [],
  "grounds": [
   {
    "id": "not-intimate",
    "text": "The service thinks that this is not an intimate picture shared without consent.",
    "citation": "Online Safety Act 2023, section 10(3B)"
   },
   {
    "id": "not-subject",
    "text": "The service thinks that whoever made the report is not the person shown, and does not act for them.",
    "citation": "Online Safety Act 2023, section 10(3B)"
   }
  ],
  "rungs": [
   {
    "id": "search",
    "when": [
     "now"
    ],
    "text": "Ask the search engines to stop showing the pages. In the United Kingdom they have a similar duty of 48 hours. You can do this at the same time.",
    "link": "https://support.google.com/websearch/answer/9116649",
    "needs": [
     "the addresses of the pages and of the pictures",
     "for a result: the words that were searched for"
    ]
   },
   {
    "id": "stopncii",
    "when": [
     "now"
    ],
    "text": "If you have the picture yourself and everyone shown was 18 or older, StopNCII can make a fingerprint of it on your own device. The sites that take part look for it. The picture stays with you.",
    "link": "https://stopncii.org/",
    "needs": [
     "the picture, on your own device"
    ]
   },
   {
    "id": "complaint",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Complain to the service itself. For these reports the law wants it to deal with complaints quickly.",
    "link": "",
    "needs": [
     "the number of your report",
     "when you sent it",
     "the answer, or that none came"
    ]
   },
   {
    "id": "helpline",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Ask the national helpline for adults, run by the charity SWGfL. It reports to sites for people and often reaches them faster.",
    "link": "https://revengepornhelpline.org.uk/",
    "needs": [
     "the addresses of the pictures",
     "what you have done so far"
    ]
   },
   {
    "id": "ofcom",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Tell Ofcom. It does not have single pictures removed, but it uses reports to act against services that break the law.",
    "link": "https://www.ofcom.org.uk/",
    "needs": [
     "the name of the service",
     "when you sent the report",
     "the answer, or that none came"
    ]
   },
   {
    "id": "host",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Write to the company that hosts the site. Its abuse address stands in the public register (RDAP) for the site's network address. Ask it not to pass your details on.",
    "link": "https://lookup.icann.org/",
    "needs": [
     "the addresses of the pictures",
     "that they are intimate and there without consent",
     "that the site did not act, and since when"
    ]
   }
  ],
  "cautions": [
   {
    "id": "abroad",
    "text": "Sites in other countries, and sites made for such pictures, do not always answer. Then the search engines and the hosting company help most.",
    "citation": "Online Safety Act 2023, section 20A"
   }
  ],
  "checks": [
   {
    "text": "The duty is in force since 29 June 2026. Its text was read as the amendment that Parliament agreed and in a government memorandum, not in the Act as published. Check the letters (a) to (e) of section 20A(2) and the exact words.",
    "citations": [
     "Online Safety Act 2023, section 20A",
     "Online Safety Act 2023, section 20A(2)(a)",
     "Online Safety Act 2023, section 20A(2)(b)",
     "Online Safety Act 2023, section 20A(2)(c)",
     "Online Safety Act 2023, section 20A(2)(d)",
     "Online Safety Act 2023, section 20A(2)(e)",
     "Online Safety Act 2023, section 10(3A)",
     "Online Safety Act 2023, section 10(3B)"
    ]
   },
   {
    "text": "Regulations may add to what a report must hold. None was found up to 30 September 2026. What Ofcom says about the 48 hours was not read.",
    "citations": [
     "Online Safety Act 2023, section 20A"
    ]
   },
   {
    "text": "The fast complaint and the meaning of an intimate state were taken from others' accounts.",
    "citations": [
     "Online Safety Act 2023, section 21(2A)",
     "Sexual Offences Act 2003, section 66B"
    ]
   },
   {
    "text": "Every link and form address, at each release.",
    "citations": []
   }
  ],
  "notices": {
   "en": "This is an intimate image content report (Online Safety Act 2023, section 20A).\n\n[if not authorised]\nIntimate pictures or videos of me are on your service. They were shared without my consent. Please take them down.\n[end]\n[if authorised]\nIntimate pictures or videos of a person I act for are on your service. They were shared without that person's consent. Please take them down.\n[end]\n\nThe report holds what the Act asks for. Each part is marked with the provision it answers.\n\n# 1. What the content is (Online Safety Act 2023, section 20A(2)(a))\n\n[if not authorised]\nI declare that the content listed here is present on your service and is intimate image content: it shows me, or appears to show me, in an intimate state, and it was shared without my consent.\n[end]\n[if authorised]\nI declare that the content listed here is present on your service and is intimate image content: it shows, or appears to show, the person I act for in an intimate state, and it was shared without their consent.\n[end]\n\n\"Intimate image content\" is content that amounts to the offence in Sexual Offences Act 2003, section 66B.\n[if reason]\n\nMore that may help you to decide: {reason}\n[end]\n\n# 2. Who makes this report (Online Safety Act 2023, section 20A(2)(b))\n\n[if not authorised]\nI declare that this report is made by the subject of the content: I am the person shown.\n[end]\n[if authorised]\nI declare that this report is made by a person acting on behalf of the subject of the content: the person shown authorised me to make it.\n\nI have been authorised since {authority_since}, to do this: {authority_scope}. I keep that person's name out of this letter to protect them. If you have a question about my authority, please ask me at once, and go on with the removal meanwhile.\n[end]\n\n# 3. Good faith (Online Safety Act 2023, section 20A(2)(c))\n\nI declare that this report is made in good faith and, to the best of my knowledge and belief, is true.\n\n# 4. Where it is (Online Safety Act 2023, section 20A(2)(d))\n\nEach page stands here once, with the pictures or videos to remove from it. Please use the item numbers when you answer.\n\n[each pages]\n{number}.\n[if page]\nPage: {page}\n[end]\n[if seen]\nSeen there on {seen}\n[end]\n[if more]\nMore pictures or videos to remove on this page have no address of their own.\n[end]\n[each places]\n[if file]\nTo remove: {file}\n[end]\n[if note]\nWhere to look: {note}\n[end]\n[end]\n[end]\n\nIf something here is not enough to find one of them, please tell me at once what you need, and go on with the others.\n\n# 5. How to reach me (Online Safety Act 2023, section 20A(2)(e))\n\nPlease write to {asker_contact}.\n\n# What I ask you to do\n\nTake this content down as soon as reasonably practicable, and no later than 48 hours after you receive this report. Please also take down any other content on your service that you identify as the same, or substantially the same (Online Safety Act 2023, section 10(3A)).\n\nPlease confirm that you have received this report, with the time and a number for it. When you have decided, please tell me what you took down, copies included. If you do not take something down, please tell me which item, and which of the two grounds in Online Safety Act 2023, section 10(3B) you rely on. I ask you to treat any complaint from me about this as an expedited one (Online Safety Act 2023, section 21(2A)).\n\nPlease keep my name, my address and this letter to yourselves, unless a law makes you pass them on. In particular, please make sure that the person who shared this does not learn from you who made this report.\n\n{asker_name}\nSigned electronically on {today}\n{role}\n{asker_contact}\n"
  }
 },
 {
  "slug": "us-dmca",
  "title": "Copyright notice, DMCA (United States)",
  "jurisdiction": "United States",
  "countries": [],
  "automatic": false,
  "fallback": false,
  "covers": "A picture or video that you took yourself, because then the copyright is yours. It does not fit when somebody else took it, or when a computer made it.",
  "citations": [
   "17 U.S.C. 512(c)(3)(A)"
  ],
  "read_on": "2026-11-23",
  "elements": [
   {
    "id": "signature",
    "title": "Signature",
    "missing": "Your name is missing. Type it: that is your signature.",
    "citation": "17 U.S.C. 512(c)(3)(A)(i)",
    "filled_by": [
     "signature",
     "authority"
    ]
   },
   {
    "id": "work",
    "title": "Which picture is yours",
    "missing": "Say which picture or video you made, in a few plain words, and that you made it yourself. Leave out names.",
    "citation": "17 U.S.C. 512(c)(3)(A)(ii)",
    "filled_by": [
     "reason",
     "declaration:made-it"
    ]
   },
   {
    "id": "location",
    "title": "Where the copy is",
    "missing": "Say where each copy is: the address of the page, or a few words that help to find it.",
    "citation": "17 U.S.C. 512(c)(3)(A)(iii)",
    "filled_by": [
     "places"
    ]
   },
   {
    "id": "contact",
    "title": "Address, telephone and e-mail",
    "missing": "This law asks for a postal address, a telephone number and an e-mail address. They may be passed to the person who published the picture. An agent can give theirs instead.",
    "citation": "17 U.S.C. 512(c)(3)(A)(iv)",
    "filled_by": [
     "postal",
     "phone",
     "contact"
    ]
   },
   {
    "id": "good-faith",
    "title": "Statement that the use is not allowed",
    "missing": "The law wants you to say that the picture may not be used there, and that you thought about fair use. Read the statement, and agree if it is true.",
    "citation": "17 U.S.C. 512(c)(3)(A)(v)",
    "filled_by": [
     "declaration:not-permitted"
    ]
   },
   {
    "id": "perjury",
    "title": "Statement under penalty of perjury",
    "missing": "The law wants a statement that can be punished if it is false. Read it slowly. Agree only if you are sure.",
    "citation": "17 U.S.C. 512(c)(3)(A)(vi)",
    "filled_by": [
     "declaration:perjury"
    ]
   }
  ],
  "declarations": [
   {
    "id": "made-it",
    "own": "I made the work described here myself, and I own its copyright.",
    "authorised": "The person I act for made the work described here themselves, and owns its copyright.",
    "citation": "17 U.S.C. 512(c)(3)(A)(ii)"
   },
   {
    "id": "not-permitted",
    "own": "I have a good faith belief that use of the material in the manner complained of is not authorised by the copyright owner, its agent, or the law. I thought about fair use before I signed, and I believe that this is not fair use.",
    "authorised": "I have a good faith belief that use of the material in the manner complained of is not authorised by the copyright owner, its agent, or the law. I thought about fair use before I signed, and I believe that this is not fair use.",
    "citation": "17 U.S.C. 512(c)(3)(A)(v)"
   },
   {
    "id": "perjury",
    "own": "The information in this notification is accurate, and under penalty of perjury, I am authorised to act for the owner of an exclusive right that is allegedly infringed: I am that owner.",
    "authorised": "The information in this notification is accurate, and under penalty of perjury, I am authorised to act on behalf of the owner of an exclusive right that is allegedly infringed.",
    "citation": "17 U.S.C. 512(c)(3)(A)(vi)"
   }
  ],
  "clock": {
   "id": "removal",
   "unit": "none",
   "amount": 0,
   "start": "the moment the service's registered agent receives the notice",
   "note": "The law says 'expeditiously', which means quickly, and gives no number. In one test a large site acted on every such notice within 25 hours.",
   "citation": "17 U.S.C. 512(c)(1)(C)",
   "ends_on_business_day": false,
   "holidays": []
  },
  "other_clocks": [
   {
    "id": "put-back-earliest",
    "unit": "business_days",
    "amount": 10,
    "start": "the day the service receives a counter-notice",
    "note": "After a counter-notice the service may put the picture back from this day on, unless you have told it that you went to court.",
    "citation": "17 U.S.C. 512(g)(2)(C)",
    "ends_on_business_day": false,
    "holidays": []
   },
   {
    "id": "put-back-latest",
    "unit": "business_days",
    "amount": 14,
    "start": "the day the service receives a counter-notice",
    "note": "By this day the service puts the picture back, unless you have told it that you went to court.",
    "citation": "17 U.S.C. 512(g)(2)(C)",
    "ends_on_business_day": false,
    "holidays": []
   }
  ],
  "grounds": [
   {
    "id": "element-missing",
    "text": "The notice does not hold substantially what the law lists.",
    "citation": "17 U.S.C. 512(c)(3)(B)"
   },
   {
    "id": "counter-notice",
    "text": "The person who published the picture said that the notice was wrong, and you did not go to court in time.",
    "citation": "17 U.S.C. 512(g)(2)(C)"
   }
  ],
  "rungs": [
   {
    "id": "search",
    "when": [
     "now"
    ],
    "text": "Ask the search engines to stop showing the pages. Use their form for intimate pictures, not the one for copyright: it is quicker, and your name is not published.",
    "link": "https://support.google.com/websearch/answer/9116649",
    "needs": [
     "the addresses of the pages and of the pictures"
    ]
   },
   {
    "id": "intimate-route",
    "when": [
     "now"
    ],
    "text": "Use the request for intimate pictures first, if you have not. It needs no postal address, and there is no answer from the other side.",
    "link": "",
    "needs": []
   },
   {
    "id": "agent",
    "when": [
     "now",
     "overdue",
     "refused"
    ],
    "text": "Look up the service's registered agent for such notices. If the notice goes anywhere else, it does not count.",
    "link": "https://www.copyright.gov/dmca-directory/",
    "needs": [
     "the name of the service"
    ]
   },
   {
    "id": "host",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Send the notice to the company that hosts the site, if it is in the United States. The public register (RDAP) for the site's network address says which company that is. Look up its registered agent too.",
    "link": "https://lookup.icann.org/",
    "needs": [
     "the notice",
     "that the site did not act, and since when"
    ]
   },
   {
    "id": "lawyer",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Ask a lawyer or a law clinic. After a counter-notice there are only about two weeks to go to court, and a work made in the United States has to be registered first.",
    "link": "https://cybercivilrights.org/",
    "needs": [
     "the notice",
     "the answer"
    ]
   }
  ],
  "cautions": [
   {
    "id": "last",
    "text": "Use this last. The requests for intimate pictures ask for less about you.",
    "citation": "17 U.S.C. 512(c)(3)(A)"
   },
   {
    "id": "only-if-you-took-it",
    "text": "Use this only if the person shown took the picture or video. If somebody else held the camera, the copyright is theirs, and you must not sign. If you are not sure, do not sign either.",
    "citation": "17 U.S.C. 512(c)(3)(A)(vi)"
   },
   {
    "id": "send-through-an-agent",
    "text": "It is safer to send this through an agent: a lawyer, or a helpline that agrees to sign. Then the agent's name and address stand on the notice, and not those of the person shown.",
    "citation": "17 U.S.C. 512(c)(3)(A)(i)"
   },
   {
    "id": "your-name-travels",
    "text": "The name, address and phone number on the notice are often passed to the person who published the picture. Some sites also send notices to a public list called Lumen. Anyone may read the name there.",
    "citation": "17 U.S.C. 512(c)(3)(A)(iv)"
   },
   {
    "id": "perjury",
    "text": "Whoever signs does so under penalty of perjury. To lie in this notice can be a crime.",
    "citation": "17 U.S.C. 512(c)(3)(A)(vi)"
   },
   {
    "id": "false-claims",
    "text": "Whoever lies on purpose about something that matters in this notice has to pay for the harm and for the lawyers.",
    "citation": "17 U.S.C. 512(f)"
   },
   {
    "id": "fair-use",
    "text": "The law lets people use some pictures without asking, for example a small part in a news report. That is called fair use. Think about it before you sign.",
    "citation": "17 U.S.C. 512(c)(3)(A)(v)"
   },
   {
    "id": "counter-notice",
    "text": "The other person can answer with a counter-notice. Then the picture comes back after 10 to 14 business days, unless the owner goes to court first. The two sides also learn each other's names.",
    "citation": "17 U.S.C. 512(g)(2)(C)"
   }
  ],
  "checks": [
   {
    "text": "The elements were read word for word in copies of 17 U.S.C. 512(c)(3)(A). Compare them with the Code.",
    "citations": [
     "17 U.S.C. 512(c)(3)(A)",
     "17 U.S.C. 512(c)(3)(A)(i)",
     "17 U.S.C. 512(c)(3)(A)(ii)",
     "17 U.S.C. 512(c)(3)(A)(iii)",
     "17 U.S.C. 512(c)(3)(A)(iv)",
     "17 U.S.C. 512(c)(3)(A)(v)",
     "17 U.S.C. 512(c)(3)(A)(vi)"
    ]
   },
   {
    "text": "The time to act, the effect of an incomplete notice, damages for false claims, and the counter-notice were not read again. Which holidays do not count as business days? Here none is taken out, so the dates are the earliest ones possible.",
    "citations": [
     "17 U.S.C. 512(c)(1)(C)",
     "17 U.S.C. 512(c)(3)(B)",
     "17 U.S.C. 512(f)",
     "17 U.S.C. 512(g)(2)(C)"
    ]
   },
   {
    "text": "May a helpline sign as agent, and may it leave out the name of the owner? It must decide that for itself, with a lawyer.",
    "citations": [
     "17 U.S.C. 512(c)(3)(A)(i)"
    ]
   },
   {
    "text": "That fair use must be thought about first rests on a court's decision (Lenz v. Universal, 2016), and that a work must be registered before going to court on 17 U.S.C. 411(a). Neither was read again. Is the sentence about fair use right?",
    "citations": [
     "17 U.S.C. 512(c)(3)(A)(v)",
     "17 U.S.C. 512(f)",
     "17 U.S.C. 411(a)"
    ]
   },
   {
    "text": "Every link and form address, at each release.",
    "citations": []
   }
  ],
  "notices": {
   "en": "This is a notification of claimed infringement under the Digital Millennium Copyright Act ({law_citation}), for your designated agent. Please remove the material listed here, or disable access to it.\n\nThe notification holds the six things that the Act lists. Each is marked with the provision it answers.\n\n# 1. The copyrighted work (17 U.S.C. 512(c)(3)(A)(ii))\n\n{reason}\n\n[if not authorised]\nI made the work described here myself, and I own its copyright.\n[end]\n[if authorised]\nThe person I act for made the work described here themselves, and owns its copyright.\n[end]\n\n# 2. The material, and where it is (17 U.S.C. 512(c)(3)(A)(iii))\n\nThe material at each of these places is a copy of that work, and is to be removed or access to it disabled. Please use the item numbers when you answer.\n\n[each pages]\n{number}.\n[if page]\nPage: {page}\n[end]\n[if seen]\nSeen there on {seen}\n[end]\n[if more]\nMore pictures or videos to remove on this page have no address of their own.\n[end]\n[each places]\n[if file]\nTo remove: {file}\n[end]\n[if note]\nWhere to look: {note}\n[end]\n[end]\n[end]\n\nIf something here is not enough to find one of them, please tell me at once what you need, and go on with the others.\n\n# 3. Contact (17 U.S.C. 512(c)(3)(A)(iv))\n\nPostal address: {asker_postal}\n\nTelephone: {asker_phone}\n\nE-mail: {asker_contact}\n\n# 4. Good faith (17 U.S.C. 512(c)(3)(A)(v))\n\nI have a good faith belief that use of the material in the manner complained of is not authorised by the copyright owner, its agent, or the law. I thought about fair use before I signed, and I believe that this is not fair use.\n\n# 5. Accuracy and authority (17 U.S.C. 512(c)(3)(A)(vi))\n\n[if not authorised]\nThe information in this notification is accurate, and under penalty of perjury, I am authorised to act for the owner of an exclusive right that is allegedly infringed: I am that owner.\n[end]\n[if authorised]\nThe information in this notification is accurate, and under penalty of perjury, I am authorised to act on behalf of the owner of an exclusive right that is allegedly infringed.\n\nI have been authorised since {authority_since}, to do this: {authority_scope}. I keep that person's name out of this letter to protect them.\n[end]\n\n# 6. Signature (17 U.S.C. 512(c)(3)(A)(i))\n\nMy typed name below is my electronic signature.\n\n# What I ask you to do\n\nPlease act expeditiously (17 U.S.C. 512(c)(1)(C)).\n\nPlease confirm that you have received this notification, with the time and a number for it, and tell me when the material is gone. If you do not remove something, please tell me which item, and why.\n\nPlease pass on no more of my name and contact details than the law requires, and publish none of them.\n\n{asker_name}\nSigned electronically on {today}\n{asker_contact}\n"
  }
 },
 {
  "slug": "us-take-it-down",
  "title": "TAKE IT DOWN Act (United States)",
  "jurisdiction": "United States",
  "countries": [
   "US"
  ],
  "automatic": true,
  "fallback": false,
  "covers": "Intimate pictures and videos of you, real or made by a computer so that they look real, that were put on a public website or app without your consent. Pictures in underwear may not count under this law. It does not cover e-mail, or sites that show only their own chosen content.",
  "citations": [
   "47 U.S.C. 223a",
   "Pub. L. 119-12, 139 Stat. 55"
  ],
  "read_on": "2026-11-23",
  "elements": [
   {
    "id": "signature",
    "title": "Signature",
    "missing": "Your name is missing. Type it: that is your signature.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(i)",
    "filled_by": [
     "signature"
    ]
   },
   {
    "id": "authority",
    "title": "Permission to act for the person shown",
    "missing": "You are asking for somebody else. Say what they allow you to do, and since when. If they took that back, you cannot sign for them.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(i)",
    "filled_by": [
     "authority"
    ]
   },
   {
    "id": "location",
    "title": "Where the picture is",
    "missing": "Say where each picture is: the address of the page, or a few words that help to find it.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(ii)",
    "filled_by": [
     "places"
    ]
   },
   {
    "id": "good-faith",
    "title": "Statement that there was no consent",
    "missing": "The law wants one statement from you: that you did not agree to this being published. Read it, and agree if it is true.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iii)",
    "filled_by": [
     "declaration:no-consent"
    ]
   },
   {
    "id": "contact",
    "title": "How to reach you",
    "missing": "Give an e-mail address where the site can reach you. It can be one you made only for this.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iv)",
    "filled_by": [
     "contact"
    ]
   }
  ],
  "declarations": [
   {
    "id": "no-consent",
    "own": "I believe in good faith that each picture or video listed here shows me, or appears to show me, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without my consent.",
    "authorised": "The person I act for believes in good faith that each picture or video listed here shows them, or appears to show them, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without their consent.",
    "citation": "47 U.S.C. 223a(a)(1)(B)(iii)"
   }
  ],
  "clock": {
   "id": "removal",
   "unit": "hours",
   "amount": 48,
   "start": "the moment the site receives the request; until the site confirms that, the moment you sent it",
   "note": "The site must remove the picture as soon as possible, and within 48 hours at the latest. Weekends and holidays count. The clock does not stop when the site asks you for more.",
   "citation": "47 U.S.C. 223a(a)(3)",
   "ends_on_business_day": false,
   "holidays": []
  },
  "other_clocks": [],
  "grounds": [
   {
    "id": "element-missing",
    "text": "Something that the law wants in a request is missing, or what it says is not enough to find the picture.",
    "citation": "47 U.S.C. 223a(a)(1)(B)"
   },
   {
    "id": "not-covered",
    "text": "The picture is not an intimate picture of the person who asks, or it was published with their consent.",
    "citation": "47 U.S.C. 223a(a)(1)(A)"
   },
   {
    "id": "not-bound",
    "text": "The service says that this law does not bind it, for example because it carries only e-mail, or shows only its own chosen content.",
    "citation": "47 U.S.C. 223a"
   }
  ],
  "rungs": [
   {
    "id": "search",
    "when": [
     "now"
    ],
    "text": "Ask the search engines to stop showing the pages. This does not delete the picture, but far fewer people find it. You can do this at the same time.",
    "link": "https://support.google.com/websearch/answer/9116649",
    "needs": [
     "the addresses of the pages and of the pictures",
     "for a result: the words that were searched for"
    ]
   },
   {
    "id": "stopncii",
    "when": [
     "now"
    ],
    "text": "If you have the picture yourself and everyone shown was 18 or older, StopNCII can make a fingerprint of it on your own device. The sites that take part look for it. The picture stays with you.",
    "link": "https://stopncii.org/",
    "needs": [
     "the picture, on your own device"
    ]
   },
   {
    "id": "ftc",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Complain to the Federal Trade Commission. It does not remove pictures itself, but a site that does not follow this law can be fined.",
    "link": "https://takeitdown.ftc.gov/",
    "needs": [
     "when you sent the request, and where to",
     "the addresses of the pictures",
     "the number of your request",
     "the answer, or that none came"
    ]
   },
   {
    "id": "host",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Write to the company that hosts the site. Its abuse address stands in the public register (RDAP) for the site's network address. Ask it not to pass your details on.",
    "link": "https://lookup.icann.org/",
    "needs": [
     "the addresses of the pictures",
     "that they are intimate and there without consent",
     "that the site did not act, and since when"
    ]
   },
   {
    "id": "in-front",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "If a service such as Cloudflare stands in front of the site, use its form for intimate pictures without consent. It tells you who hosts the site. Choose that your report is not passed to the owner of the site.",
    "link": "https://www.cloudflare.com/trust-hub/reporting-abuse/",
    "needs": [
     "the exact addresses"
    ]
   },
   {
    "id": "helpline",
    "when": [
     "overdue",
     "refused"
    ],
    "text": "Talk to the Image Abuse Helpline of the Cyber Civil Rights Initiative, or to a lawyer. They know ways that this program does not have.",
    "link": "https://cybercivilrights.org/",
    "needs": [
     "what you have done so far"
    ]
   }
  ],
  "cautions": [
   {
    "id": "who-is-bound",
    "text": "The law binds public sites and apps that mainly carry what their users post, or that deal in such pictures. Whether it binds a plain hosting company or a search engine is not settled.",
    "citation": "47 U.S.C. 223a"
   }
  ],
  "checks": [
   {
    "text": "The words of 47 U.S.C. 223a were read in copies of the United States Code and of the bill. Compare them with the Public Law before relying on a quotation.",
    "citations": [
     "47 U.S.C. 223a",
     "Pub. L. 119-12, 139 Stat. 55",
     "47 U.S.C. 223a(a)(3)",
     "47 U.S.C. 223a(a)(4)"
    ]
   },
   {
    "text": "What counts as an intimate picture stands in another law, which was not read word for word. Does underwear really fall outside? Must a picture made by a computer be removed under this section too?",
    "citations": [
     "47 U.S.C. 223a"
    ]
   },
   {
    "text": "Are hosting companies, services in front of a site and search engines bound by this law? The Federal Trade Commission's own guidance was not readable: does it say when a copy that was cut or made smaller is identical, and how somebody shows that they may act for another?",
    "citations": [
     "47 U.S.C. 223a"
    ]
   },
   {
    "text": "A typed name as an electronic signature rests on 15 U.S.C. 7006(5), which was not read again.",
    "citations": [
     "15 U.S.C. 7006(5)"
    ]
   },
   {
    "text": "Every link and form address, at each release.",
    "citations": []
   }
  ],
  "notices": {
   "en": "[if not authorised]\nI write under the TAKE IT DOWN Act ({law_citation}). Intimate pictures or videos of me are published on your service without my consent. Please remove them.\n[end]\n[if authorised]\nI write under the TAKE IT DOWN Act ({law_citation}) for a person who is shown in intimate pictures or videos on your service. They are published there without that person's consent. Please remove them.\n[end]\n\nThis request holds the four things that the Act asks for. Each is marked with the provision it answers.\n\n# 1. Where they are (47 U.S.C. 223a(a)(1)(B)(ii))\n\nEach page stands here once, with the pictures or videos to remove from it. Please use the item numbers when you answer.\n\n[each pages]\n{number}.\n[if page]\nPage: {page}\n[end]\n[if seen]\nSeen there on {seen}\n[end]\n[if more]\nMore pictures or videos to remove on this page have no address of their own.\n[end]\n[each places]\n[if file]\nTo remove: {file}\n[end]\n[if note]\nWhere to look: {note}\n[end]\n[end]\n[end]\n\nIf something here is not enough to find one of them, please tell me at once what you need, and go on with the others.\n\n# 2. Statement of good faith (47 U.S.C. 223a(a)(1)(B)(iii))\n\n[if not authorised]\nI believe in good faith that each picture or video listed here shows me, or appears to show me, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without my consent.\n[end]\n[if authorised]\nThe person I act for believes in good faith that each picture or video listed here shows them, or appears to show them, in an intimate way (the law says: an intimate visual depiction), and is not consensual: it was published without their consent.\n[end]\n[if reason]\n\nMore that may help you to decide: {reason}\n[end]\n\n# 3. How to reach me (47 U.S.C. 223a(a)(1)(B)(iv))\n\nPlease write to {asker_contact}.\n\n# 4. Who signs (47 U.S.C. 223a(a)(1)(B)(i))\n\n[if not authorised]\nI am the person shown. My typed name below is my electronic signature.\n[end]\n[if authorised]\nI am authorised to act for the person shown, since {authority_since}, to do this: {authority_scope}. I keep that person's name out of this letter to protect them. If you have a question about my authority, please ask me at once, and go on with the removal meanwhile. My typed name below is my electronic signature.\n[end]\n\n# What I ask you to do\n\nRemove each of these pictures or videos as soon as possible, and not later than 48 hours after you receive this request. In the same time, make reasonable efforts to identify and remove any known identical copies of them (47 U.S.C. 223a(a)(3)). The Act protects a service that removes in good faith (47 U.S.C. 223a(a)(4)).\n\nPlease confirm that you have received this request, with the time and a number for it. When you have decided, please tell me what you removed, copies included. If you do not remove something, please tell me which item, and why.\n\nPlease keep my name, my address and this letter to yourselves, unless a law makes you pass them on. In particular, please make sure that the person who published this does not learn from you who asked for the removal.\n\n{asker_name}\nSigned electronically on {today}\n{role}\n{asker_contact}\n"
  }
 }
];
