import type { TextField } from '../entities/entity'

interface SiteTextSpec {
  /** As staff call it. */
  name: string
  /** Where the public reads it. */
  place: string
  fields: TextField[]
}

const optional = true

/** Words for a petition that takes no signatures any more. */
function afterwards<Name extends string>(name: Name, label: string) {
  const hint = 'If it is empty, the title and its status stand there. {title} becomes the title.'
  return { name, label, hint, rows: 2, longest: 200, form: 'plain', placeholders: ['title'], optional } as const
}

/** The site texts that editors write, by place. Texts about what the software does are in messages/. */
export const siteTexts = {
  home: {
    name: 'Home page',
    place: 'The call at the top of the home page, and who the coalition is.',
    fields: [
      {
        name: 'call',
        label: 'Call',
        hint: 'The headline. If it is empty, the call of the open petition stands there.',
        rows: 3,
        longest: 300,
        form: 'plain',
        optional,
      },
      { name: 'noOpen', label: 'When no petition is open', rows: 2, longest: 300, form: 'plain' },
      { name: 'whoTitle', label: 'Heading of who the coalition is', rows: 1, longest: 100, form: 'plain' },
      {
        name: 'who',
        label: 'Who the coalition is',
        hint: 'An empty line begins a new paragraph.',
        rows: 8,
        longest: 2_000,
        form: 'plain',
      },
    ],
  },
  share: {
    name: 'Words to share',
    place: 'What the links on the Share page put into a message, before the address.',
    fields: [
      {
        name: 'sign',
        label: 'With the open petition',
        hint: '{title} becomes the title of the petition.',
        rows: 2,
        longest: 200,
        form: 'plain',
        placeholders: ['title'],
      },
      { name: 'read', label: 'With the statement', rows: 2, longest: 200, form: 'plain' },
      afterwards('closed', 'With a petition that is closed'),
      afterwards('won', 'With a petition that was won'),
      afterwards('delivered', 'With a petition that was delivered'),
    ],
  },
  government: {
    name: 'Letter to a government',
    place: 'The letter that people send to their own government.',
    fields: [
      { name: 'subject', label: 'Subject', rows: 1, longest: 150, form: 'plain' },
      {
        name: 'body',
        label: 'Letter',
        hint: '{country} becomes the name of the country. People can change the letter before they send it.',
        rows: 18,
        longest: 4_000,
        form: 'plain',
        placeholders: ['country'],
      },
    ],
  },
  press: {
    name: 'For the press',
    place: 'What the coalition is, in about 50 and about 200 words.',
    fields: [
      { name: 'short', label: 'In about 50 words', rows: 4, longest: 800, form: 'plain' },
      {
        name: 'long',
        label: 'In about 200 words',
        hint: 'An empty line begins a new paragraph.',
        rows: 12,
        longest: 3_000,
        form: 'plain',
      },
    ],
  },
  contact: {
    name: 'Contact and donations',
    place: 'Links below every page. An empty one is not shown; a language without its own has those in English.',
    fields: [
      {
        name: 'contact',
        label: 'Contact',
        hint: 'An email address, or a page that begins with https://.',
        rows: 1,
        longest: 300,
        form: 'contact',
        optional,
      },
      {
        name: 'press',
        label: 'Contact for the press',
        hint: 'The same. Shown on the page for the press.',
        rows: 1,
        longest: 300,
        form: 'contact',
        optional,
      },
      {
        name: 'privacy',
        label: 'Contact for personal data',
        hint: 'Shown in the privacy notice as it stands: a name and an address. PRIVACY_CONTACT on the server wins.',
        rows: 1,
        longest: 300,
        form: 'plain',
        optional,
      },
      {
        name: 'donate',
        label: 'Page for donations',
        hint: 'A page that begins with https://.',
        rows: 1,
        longest: 300,
        form: 'link',
        optional,
      },
    ],
  },
} as const satisfies Record<string, SiteTextSpec>

export type SiteTextKey = keyof typeof siteTexts
export type SiteTextField<Key extends SiteTextKey> = (typeof siteTexts)[Key]['fields'][number]['name']

export const siteTextKeys = Object.keys(siteTexts) as SiteTextKey[]

/** True for a place that has words of its own. */
export function isSiteTextKey(text: string): text is SiteTextKey {
  return Object.hasOwn(siteTexts, text)
}
