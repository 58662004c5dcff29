import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { ConfirmLink } from '../confirm/confirm-link'
import { Diff } from './diff'
import { WordsForm } from './words-form'

interface Props {
  petitionId: string
  text: LanguageState
  source: LanguageState
  conflict: { id: string; words: PetitionWords }
  save: (form: FormData) => Promise<void>
}

/** What one typed, next to what somebody else saved meanwhile: to be merged. */
export function DraftConflict({ petitionId, text, source, conflict, save }: Props) {
  const { locale, words, revision, editor } = text
  const who = editor ?? 'someone'
  const hidden = { id: petitionId, locale, expectedVersion: revision, source: source.revision, conflict: conflict.id }
  return (
    <>
      <p className="notice wrong">
        {who} saved while you were writing. Nothing is lost: the fields hold your text; beside them is the text that{' '}
        {who}
        saved. Struck through is only in theirs, underlined only in yours. Combine both and save.
      </p>
      <ConfirmLink act="discard-my-text" of={`${petitionId}.${locale}.${conflict.id}`}>
        Discard my text
      </ConfirmLink>
      <WordsForm
        action={save}
        locale={locale}
        words={conflict.words}
        hidden={hidden}
        beside={{
          title: `saved by ${who}`,
          of: (field) => <Diff before={words[field]} after={conflict.words[field]} locale={locale} />,
        }}
      />
    </>
  )
}
