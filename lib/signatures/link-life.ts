/** Days in which a mailed link confirms; then the unconfirmed signature is deleted. */
export const LINK_LIFE_DAYS = 7
