import { limits } from '@/lib/signatures/signature-form'

const ticked = '`on` or `true`'

/** Descriptions of form fields, where their schema gives none (lib/signatures/signature-form.ts). */
export const fieldWords: Record<string, string> = {
  appeal: 'What the signer writes to the coalition.',
  authority: `The writer may sign for the organisation: ${ticked}.`,
  comment: `At most ${limits.comment} code points.`,
  consent: `The signer was shown the words of consent and agreed: ${ticked}. Nobody else can agree for them.`,
  contact: 'Who writes for an organisation; empty for a person.',
  correct: '`on`: the other fields replace those of the form. If one is wrong, nothing is confirmed.',
  country: 'ISO 3166-1 alpha-2, or XK.',
  email: 'The mail with the link to confirm goes there.',
  format: '`text`: to read, as text/plain.',
  kind: 'Who wants to join.',
  later: `${ticked}: takes the mail within two hours where a limit is reached.`,
  letter: 'The slug of the letter, from the address of its page.',
  locale: 'The language of the words, the mail and the page that was read.',
  name: `At most ${limits.name} code points.`,
  organisation: 'As it is to appear under the letter.',
  petition: 'The slug of the petition.',
  proof: 'The solved `task` of an earlier answer 429.',
  role: 'The representative’s role in the organisation.',
  session: 'From `/api/v1/my-signature/visits`.',
  token: 'From a mail of this site.',
  website: 'The site of the organisation or person.',
}
