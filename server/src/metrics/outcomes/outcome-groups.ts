/** Every Home Office outcome type but 0, “not yet assigned”, which is not an outcome (domain list 2.1). */
export const ASSIGNED = Array.from({ length: 22 }, (_, i) => String(i + 1));
/** Charged or summonsed; 1A is inside it. */
export const CHARGED = ['1'];
export const POSITIVE = ['1', '2', '3', '6', '7', '8', '22'];
export const EVIDENTIAL_VICTIM_SUPPORTS = ['15'];
export const EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT = ['16'];
/** Crimes with no outcome, outcome 0 among them: the cells' own member for them. */
export const NOT_ASSIGNED = ['none'];
