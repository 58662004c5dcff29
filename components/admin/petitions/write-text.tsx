import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { sourceLocale } from '@/messages/translator'
import { Diff } from './diff'
import { WordsForm } from './words-form'

interface Props {
  petitionId: string
  text: LanguageState
  source: LanguageState
  /** The English words that an outdated translation says the same as. */
  before: PetitionWords | null
  save: (form: FormData) => Promise<void>
}

/** Writes the English words, or translates them side by side. */
export function WriteText({ petitionId, text, source, before, save }: Props) {
  const { locale, words, revision, outdated } = text
  const hidden = { id: petitionId, locale, expectedVersion: revision, source: source.revision }
  if (locale === sourceLocale)
    return <WordsForm action={save} locale={locale} words={words} hidden={hidden} beside={null} />
  const then = before ?? source.words
  return (
    <>
      {outdated && (
        <p className="notice wrong">
          Out of date: the English has changed since this translation was reviewed.{' '}
          {before && 'Changes are marked: deletions struck through, additions underlined.'}
        </p>
      )}
      <WordsForm
        action={save}
        locale={locale}
        words={words}
        hidden={outdated ? hidden : { ...hidden, follows: 'on' }}
        beside={{
          title: 'English',
          of: (field) => <Diff before={then[field]} after={source.words[field]} locale={sourceLocale} />,
        }}
      >
        {outdated && (
          <p>
            <label className="choice">
              <input type="checkbox" name="follows" /> Mark translation as up to date
            </label>
          </p>
        )}
      </WordsForm>
    </>
  )
}
