import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { Diff } from './diff'
import { WordsForm } from './words-form'

interface Props {
  petitionId: string
  text: LanguageState
  source: LanguageState
  aside: { id: string; words: PetitionWords }
  save: (form: FormData) => Promise<void>
  discard: (form: FormData) => Promise<void>
}

/** What one typed, beside what somebody else saved meanwhile: to make one text of both. */
export function SetAside({ petitionId, text, source, aside, save, discard }: Props) {
  const { locale, words, revision, editor } = text
  const who = editor ?? 'someone'
  const hidden = { id: petitionId, locale, seen: revision, source: source.revision, aside: aside.id }
  return (
    <>
      <p className="notice wrong">
        {who} saved while you were writing. Nothing is lost: the fields hold your text; beside them is the text that{' '}
        {who}
        saved. Struck through is only in theirs, underlined only in yours. Combine both and save.
      </p>
      <form action={discard}>
        <input type="hidden" name="id" value={petitionId} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="aside" value={aside.id} />
        <button type="submit" className="danger">
          Discard my text and keep the saved one
        </button>
      </form>
      <WordsForm
        action={save}
        locale={locale}
        words={aside.words}
        hidden={hidden}
        beside={{
          title: `saved by ${who}`,
          of: (field) => <Diff before={words[field]} after={aside.words[field]} locale={locale} />,
        }}
      />
    </>
  )
}
