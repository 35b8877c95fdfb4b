/** How long a law gives, reckoned in UTC: elapsed hours, business days, calendar months, or no number at all. */

import { asDate } from "./moment.js";

/** @typedef {import("./moment.js").Moment} Moment */
/**
 * @typedef {{ id: string, unit: string, amount: number, start: string, note: string, citation: string,
 *   ends_on_business_day: boolean, holidays: string[] }} Clock
 */

const SECONDS_A_DAY = 86400;

/**
 * The last moment of the time limit, or null when the law gives no number.
 * @param {Clock} clock @param {Moment} since
 * @returns {Moment | null}
 */
export function reckon(clock, since) {
  const day = Math.floor(since.seconds / SECONDS_A_DAY);
  switch (clock.unit) {
    case "hours":
      return { seconds: since.seconds + clock.amount * 3600, micros: since.micros };
    case "business_days":
      return endOf(businessDaysAfter(day, clock.amount, clock.holidays));
    case "months":
      return endOf(monthsAfter(day, clock));
    default:
      return null;
  }
}

/** The last moment for an answer under a law, or null. @param {{ clock: Clock }} law @param {Moment} since */
export function dueAt(law, since) {
  return reckon(law.clock, since);
}

/** The last second of a day counted from 1970. @param {number} day @returns {Moment} */
function endOf(day) {
  return { seconds: (day + 1) * SECONDS_A_DAY - 1, micros: 0 };
}

/** @param {number} day */
function dateOf(day) {
  return asDate({ seconds: day * SECONDS_A_DAY, micros: 0 });
}

/** @param {number} day @param {string[]} holidays */
function isBusinessDay(day, holidays) {
  const date = dateOf(day);
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return !weekend && !holidays.includes(date.toISOString().slice(0, 10));
}

/** @param {number} day @param {number} amount @param {string[]} holidays */
function businessDaysAfter(day, amount, holidays) {
  while (amount > 0) {
    day += 1;
    if (isBusinessDay(day, holidays)) amount -= 1;
  }
  return day;
}

/** The same day so many months later, or the month's last; moved off a weekend if the law says. @param {number} day @param {Clock} clock */
function monthsAfter(day, clock) {
  const from = dateOf(day);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + clock.amount];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const end = Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / 1000 / SECONDS_A_DAY;
  const moves = clock.ends_on_business_day && !isBusinessDay(end, clock.holidays);
  return moves ? businessDaysAfter(end, 1, clock.holidays) : end;
}
