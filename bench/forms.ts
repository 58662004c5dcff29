import { addressIn } from './ask'

let people = 0
let made = ''

/** The time in a page's forms. Without it each form would be in doubt, and above 60,000 an hour meet a limit. */
export function formTimeIn(page: string): string {
  const found = /name="made" value="([^"]+)"/.exec(page)?.[1]
  if (!found) throw new Error('the page has no form')
  return found
}

/** Forms from now on come from this page. */
export function takeFormsFrom(page: string): void {
  made = formTimeIn(page)
}

/** A valid form of a person who has not signed yet, from so many mail domains that none meets a limit. */
export function newForm(): string {
  people += 1
  const email = `bench-${process.pid}-${people}@d${people % 5_000}.example`
  return new URLSearchParams({
    name: `Bench Person ${people}`,
    email,
    country: 'KR',
    display: 'initials',
    consent: 'on',
    locale: 'en',
    made,
  }).toString()
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

/** The network address of the next visitor: many people come from many networks. */
export function nextAddress(): string {
  visitors += 1
  return addressIn(visitors % 60_000)
}

let visitors = 0
