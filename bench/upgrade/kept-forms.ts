import { SLUG } from '../one-site'

/** A form that somebody has opened and not sent yet. */
interface OpenForm {
  name: string
  fields: Record<string, string>
}

/** Opens the petition's page, and keeps what its form carries. */
export async function openForm(site: string, name: string): Promise<OpenForm> {
  const page = await (await fetch(`${site}/en/petitions/${SLUG}`)).text()
  const form = /<form[^>]*\/signatures"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input)
  const of = (input: string, what: string) => new RegExp(` ${what}="([^"]*)"`).exec(input)?.[1] ?? ''
  if (hidden.length === 0) throw new Error('the page has no form')
  return { name, fields: Object.fromEntries(hidden.map((input) => [of(input, 'name'), of(input, 'value')])) }
}

/** Sends it. @returns the status of the answer */
export async function sendForm(site: string, form: OpenForm | undefined): Promise<number> {
  const typed = { name: 'Drill Person', email: `${form?.name}@kept.example`, country: 'KR', display: 'hidden' }
  const body = new URLSearchParams({ ...form?.fields, ...typed, consent: 'on' })
  const url = `${site}/api/v1/petitions/${SLUG}/signatures`
  return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).status
}
