import type { ReactNode } from 'react'
import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import { type PetitionWords, wordsIn } from '@/lib/petitions/texts/petition-words'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { sourceLocale } from '@/messages/translator'
import { Diff } from '../diff'
import { PlainText } from '../plain-text'
import { t } from '../words'
import { WordsForm } from './words-form'

interface Props {
  petitionId: string
  text: LanguageState
  source: LanguageState
  /** The English text that an outdated translation was made from. */
  before: PetitionWords | null
  /** Input from a session that has ended. */
  draft: Draft | null
  /** The preview; null: not requested. */
  preview: ReactNode
  /** The petition is public, so changes take a second person. */
  isPublic: boolean
  save: (form: FormData) => Promise<void>
}

/** The form to write the English text, or to translate it side by side. */
export function WriteText({ petitionId, text, source, before, draft, preview, isPublic, save }: Props) {
  const { locale, revision, outdated, published } = text
  const ways = { publishes: true, corrects: isPublic && published !== null, preview }
  // It is saved against the version that it was typed for: if somebody has saved since, both are shown.
  const expectedVersion = draft?.fields.expectedVersion ?? revision
  const words = draft ? { ...text.words, ...wordsIn(draft.fields) } : text.words
  const version = published?.version ?? 0
  const hidden = { id: petitionId, locale, expectedVersion, version, source: source.revision }
  if (locale === sourceLocale)
    return (
      <WordsForm action={save} locale={locale} words={words} hidden={hidden} beside={null} draft={draft} {...ways} />
    )
  return (
    <>
      {outdated && (
        <p className="notice wrong">
          {t('petitions.outOfDateThe')} {before && t('petitions.changesAreMarkedDeletions')}
        </p>
      )}
      <WordsForm
        action={save}
        locale={locale}
        words={words}
        draft={draft}
        {...ways}
        hidden={outdated ? hidden : { ...hidden, follows: 'on' }}
        beside={{
          title: t('petitions.english'),
          of: (field) => <Source then={before?.[field]} now={source.words[field]} />,
        }}
      >
        {outdated && (
          <p>
            <label className="choice">
              <input type="checkbox" name="follows" /> {t('petitions.markTranslationAsUp')}
            </label>
          </p>
        )}
      </WordsForm>
    </>
  )
}

/** The English text to translate, with its changes since the last translation. */
function Source({ then, now }: { then: string | undefined; now: string }) {
  if (then === undefined || then === now) return <PlainText text={now} locale={sourceLocale} />
  return <Diff before={then} after={now} locale={sourceLocale} open />
}
