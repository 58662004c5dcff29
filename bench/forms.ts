let people = 0

/** A good form of a person who has not signed yet. */
export function newForm(): string {
  people += 1
  const email = `bench-${process.pid}-${people}@example.org`
  return new URLSearchParams({
    name: `Bench Person ${people}`,
    email,
    country: 'KR',
    display: 'initials',
    consent: 'on',
    locale: 'en',
  }).toString()
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
