/**
 * What the server that shows this page offers beyond it: nothing. A desk and `rescind open` give a file of their own in its
 * place, and then allow the page to send a form to themselves, and to nobody else.
 */

/** @type {{ desk: string | null, desk_name: string, checks: string | null, keep: boolean }} */
export const OFFERED = {
  desk: null,
  desk_name: "",
  checks: null,
  keep: false,
};
