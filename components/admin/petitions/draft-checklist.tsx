import { formDay } from '@/lib/petitions/admin/change-days'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { sourceLocale } from '@/messages/translator'
import { languagesInWords } from '../languages-in-words'
import { Pill, type Tone } from '../pill'
import { t } from '../words'
import { needsEnglish } from './petition-steps'

type State = 'checkDone' | 'checkMissing' | 'checkChoice'

const tones = { checkDone: 'good', checkMissing: 'wrong', checkChoice: 'plain' } as const satisfies Record<State, Tone>

/** A draft's finished and missing parts before it can open, each with a link to change it. */
export function DraftChecklist({ found }: { found: PetitionForAdmin }) {
  const { petition, languages } = found
  const page = `/admin/petitions/${petition.id}`
  const published = languages.filter((one) => one.published).length
  const unpublished = languages.filter((one) => one.unpublished).map(({ locale }) => locale)
  const day = formDay(petition.closesOn)
  const lines: { state: State; words: string; href: string }[] = [
    {
      state: needsEnglish(found) ? 'checkMissing' : 'checkDone',
      words: t('petitions.checkEnglish'),
      href: `${page}/texts/${sourceLocale}`,
    },
    {
      state: published === languages.length ? 'checkDone' : 'checkChoice',
      words: t('petitions.checkLanguages', { published, all: languages.length }),
      href: `${page}/texts`,
    },
    ...(unpublished.length > 0
      ? [
          {
            state: 'checkChoice' as const,
            words: t('petitions.checkUnpublished', { languages: languagesInWords(unpublished) }),
            href: `${page}/texts`,
          },
        ]
      : []),
    { state: 'checkDone', words: t('petitions.checkGoal', { goal: petition.goal }), href: '#facts' },
    {
      state: day ? 'checkDone' : 'checkChoice',
      words: day ? t('petitions.checkLastDay', { day }) : t('petitions.checkNoLastDay'),
      href: `${page}/schedule`,
    },
    { state: 'checkChoice', words: t('petitions.checkPreview'), href: `${page}/preview/${sourceLocale}` },
  ]
  return (
    <>
      <h2>{t('petitions.draftChecklist')}</h2>
      <ul className="todo">
        {lines.map(({ state, words, href }) => (
          <li key={words}>
            <a href={href}>{words}</a>
            <Pill tone={tones[state]}>{t(`petitions.${state}`)}</Pill>
          </li>
        ))}
      </ul>
    </>
  )
}
