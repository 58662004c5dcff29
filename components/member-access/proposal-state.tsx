import type { ReactNode } from 'react'
import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  own: OwnPart
  /** Of the words in it. */
  language: string
  locale: Locale
}

/** The outcome of the last proposal of a part, and an editor's changes to it. */
export function ProposalState({ own: { proposal }, language, locale }: Props) {
  if (!proposal) return null
  const t = translator(locale, 'memberPage.about')
  const changed = proposal.corrected.length > 0
  return (
    <div className="mt-2 border-s-4 border-accent bg-panel px-4 py-2">
      <p>
        {t(changed ? 'corrected' : proposal.state, { day: longDate(proposal.at, locale) })}
        {proposal.reason && (
          <>
            {' '}
            <q lang="en">{proposal.reason}</q>
          </>
        )}
      </p>
      {changed && (
        <dl>
          {proposal.corrected.map(({ name, before, after }) => (
            <div key={name} className="mt-2">
              <dt className="text-small text-muted">{fieldName(name, locale)}</dt>
              <dd lang={language} dir="auto" className="whitespace-pre-line">
                {before && (
                  <Part name={t('before')} text={<del className="text-muted">{before}</del>} locale={locale} />
                )}
                {after && <Part name={t('after')} text={<ins>{after}</ins>} locale={locale} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** A label before a change for screen readers, which announce no mark of a change. */
function Part({ name, text, locale }: { name: string; text: ReactNode; locale: Locale }) {
  return (
    <>
      <span className="sr-only" lang={locale}>
        {name}:
      </span>{' '}
      {text}{' '}
    </>
  )
}

function fieldName(name: string, locale: Locale): string {
  const [t, members] = [translator(locale, 'memberPage.about'), translator(locale, 'members')]
  if (name === 'name' || name === 'description') return t(name)
  return members(name === 'affiliation' ? 'affiliation' : 'website')
}
