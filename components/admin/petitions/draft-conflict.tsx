import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { ConfirmLink } from '../confirm/confirm-link'
import { Diff } from '../diff'
import { t } from '../words'
import { WordsForm } from './words-form'

interface Props {
  petitionId: string
  text: LanguageState
  source: LanguageState
  conflict: { id: string; words: PetitionWords }
  save: (form: FormData) => Promise<void>
}

/** The viewer's text beside the one that somebody else saved meanwhile, to be merged. */
export function DraftConflict({ petitionId, text, source, conflict, save }: Props) {
  const { locale, words, revision, editor } = text
  const who = editor ?? t('petitions.someone')
  const hidden = { id: petitionId, locale, expectedVersion: revision, source: source.revision, conflict: conflict.id }
  return (
    <>
      <p className="notice wrong">{t('petitions.savedMeanwhile', { who })}</p>
      <ConfirmLink act="discard-my-text" of={`${petitionId}.${locale}.${conflict.id}`}>
        {t('petitions.discardMyText')}
      </ConfirmLink>
      <WordsForm
        action={save}
        locale={locale}
        words={conflict.words}
        hidden={hidden}
        beside={{
          title: t('petitions.savedBy', { who }),
          of: (field) => <Diff before={words[field]} after={conflict.words[field]} locale={locale} />,
        }}
      />
    </>
  )
}
