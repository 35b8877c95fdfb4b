/** Moments as a request keeps them: in UTC, to the microsecond, within years that can be reckoned with, written one way. */

/** Seconds since 1970 in UTC, and the microseconds beyond. @typedef {{ seconds: number, micros: number }} Moment */

const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A text that is no moment or no day, or a moment that nobody can have meant. */
export class NotAMoment extends Error {
  constructor() {
    super("not a moment");
    this.name = "NotAMoment";
  }
}

/** The moment that RFC 3339 text names. Throws NotAMoment. @param {string} written @returns {Moment} */
export function readMoment(written) {
  const found = WRITTEN.exec(written);
  if (!found) throw new NotAMoment();
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const local = inDays(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  if (hour > 23 || minute > 59 || second > 59) throw new NotAMoment();
  return bounded({ seconds: local - offset(found[8]), micros: Number((found[7] ?? "").padEnd(6, "0")) });
}

/** Days from 1970 to a day that exists. @param {number} year @param {number} month @param {number} day */
function inDays(year, month, day) {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!same) throw new NotAMoment();
  return at.getTime() / 86_400_000;
}

/** @param {string} zone */
function offset(zone) {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 23 || minutes > 59) throw new NotAMoment();
  return (zone[0] === "-" ? -60 : 60) * (hours * 60 + minutes);
}

/** @param {Moment} moment */
function bounded(moment) {
  const year = asDate(moment).getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new NotAMoment();
  return moment;
}

/** `2026-11-24T14:05:00Z`, with six digits of a second only when there are any. @param {Moment} moment */
export function writeMoment(moment) {
  const whole = asDate(bounded(moment)).toISOString().slice(0, 19);
  return moment.micros ? `${whole}.${String(moment.micros).padStart(6, "0")}Z` : `${whole}Z`;
}

/** The moment of a Date, to the second. @param {Date} at @returns {Moment} */
export function momentOf(at) {
  return { seconds: Math.floor(at.getTime() / 1000), micros: 0 };
}

/** @param {Moment} moment */
export function asDate(moment) {
  return new Date(moment.seconds * 1000);
}

/** Which of two moments is later: over 0 when the first is. @param {Moment} a @param {Moment} b */
export function compareMoments(a, b) {
  return a.seconds - b.seconds || a.micros - b.micros;
}

/** The day that `2026-11-24` names, as its first moment. Throws NotAMoment. @param {string} written @returns {Moment} */
export function readDay(written) {
  const found = DAY.exec(written);
  if (!found) throw new NotAMoment();
  return { seconds: inDays(Number(found[1]), Number(found[2]), Number(found[3])) * 86400, micros: 0 };
}
