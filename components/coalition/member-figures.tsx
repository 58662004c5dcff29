import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, translator } from '@/messages/translator'

/** The founding report's figures beside those of the list. */
export function MemberFigures({ members, locale }: { members: MemberView[]; locale: Locale }) {
  const t = translator(locale, 'members.figures')
  const organizations = members.filter(({ kind }) => kind === 'organization').length
  const countries = new Set(members.flatMap(({ country }) => country ?? [])).size
  const unnamed = members.filter(({ country }) => country === null).length
  return (
    <section aria-labelledby="figures" className="mt-14">
      <h2 id="figures">{t('title')}</h2>
      <div className="mt-4 max-w-[66ch] space-y-3 font-serif">
        <p>{t('founding')}</p>
        <p>{t('list', { organizations, individuals: members.length - organizations, countries, unnamed })}</p>
        <p>{t('source')}</p>
      </div>
    </section>
  )
}
