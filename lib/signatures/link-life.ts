/** Days for which a mailed link confirms; then the unconfirmed form is deleted. */
export const LINK_LIFE_DAYS = 7
