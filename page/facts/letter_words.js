/** What a letter says around a law's own words, by language. Written by tools/write_page_facts.py from src/rescind/words; a test fails when it is not current. */

export const HURRY = {
 "en": {
  "combined": "within 48 hours of receipt",
  "eu-dsa": "without undue delay",
  "uk-online-safety": "within 48 hours of receipt",
  "us-dmca": "without undue delay",
  "us-take-it-down": "within 48 hours of receipt"
 },
 "ar": {
  "combined": "خلال 48 ساعة من الاستلام",
  "eu-dsa": "دون تأخير لا مبرر له",
  "uk-online-safety": "خلال 48 ساعة من الاستلام",
  "us-dmca": "دون تأخير لا مبرر له",
  "us-take-it-down": "خلال 48 ساعة من الاستلام"
 }
};

export const TRANSLATED = {
 "ar": {
  "Request to remove pictures": "طلب إزالة صور",
  "Removal request under {law}": "طلب إزالة بموجب {law}",
  "act {in_time}": "يُرجى التصرف {in_time}",
  "To": "إلى",
  "Request": "رقم الطلب",
  "Under": "السند القانوني",
  "Written": "تاريخ الكتابة",
  "Time to act": "مهلة التصرف",
  "Items": "عدد العناصر",
  "The person shown": "الشخص الظاهر في الصور",
  "Authorised to act for the person shown": "مفوَّض بالتصرف نيابةً عن الشخص الظاهر في الصور",
  "To: {operator}": "إلى: {operator}",
  "About: request {id}": "الموضوع: الطلب {id}",
  "I take this request back as of {day}. Please take no further steps on it, and delete what I sent you, including contact details and any fingerprints, unless a law obliges you to keep them.": "أسحب هذا الطلب اعتبارًا من {day}. أرجو عدم اتخاذ أي خطوة أخرى بشأنه، ومحو ما أرسلته إليكم، بما في ذلك بيانات الاتصال وأي بصمات، ما لم يُلزمكم قانون بالاحتفاظ بها.",
  "{day} {month} {year}, {time} UTC": "{day} {month} {year}، الساعة {time} بالتوقيت العالمي (UTC)",
  "January": "يناير",
  "February": "فبراير",
  "March": "مارس",
  "April": "أبريل",
  "May": "مايو",
  "June": "يونيو",
  "July": "يوليو",
  "August": "أغسطس",
  "September": "سبتمبر",
  "October": "أكتوبر",
  "November": "نوفمبر",
  "December": "ديسمبر"
 }
};
