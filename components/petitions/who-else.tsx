import { type Locale, words } from '@/messages/words'

/** Names as their owners write them. The letter's other signer is the coalition itself. */
const cosigners2015 = [
  'Amnesty International',
  'Christian Solidarity Worldwide',
  'Citizens’ Alliance for North Korean Human Rights (NKHR)',
  'Committee for Human Rights in North Korea (HRNK)',
  'Freedom House',
  'Human Rights Watch',
  'International Federation for Human Rights (FIDH)',
  'Jacob Blaustein Institute for the Advancement of Human Rights',
]

const members2011 = [
  'Amnesty International',
  'Christian Solidarity Worldwide',
  'Conectas',
  'Free NK Gulag',
  'Human Rights Watch',
  'International Federation for Human Rights (FIDH)',
  'Kontras',
  'NO FENCE',
  'Odhikar',
  'Open North Korea',
  'People In Need',
]

const callers = new Map([
  ['security-council-must-act', { lead: 'lead2015', names: cosigners2015 } as const],
  ['commission-of-inquiry', { lead: 'lead2011', names: members2011 } as const],
])

/** Organisations that call for the same. */
export function WhoElse({ slug, locale }: { slug: string; locale: Locale }) {
  const t = words(locale, 'petition.others')
  const found = callers.get(slug)
  if (!found) return null
  return (
    <section aria-labelledby="who-else">
      <h2 id="who-else">{t('title')}</h2>
      <p className="mt-4 max-w-[66ch]">{t(found.lead)}</p>
      <ul className="mt-3 max-w-[66ch] border-t border-rule">
        {found.names.map((name) => (
          <li key={name} className="border-b border-rule py-2">
            <bdi lang="en">{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
