import type { EditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { ConfirmLink } from '../confirm/confirm-link'
import { StepButton } from '../step-button'
import { t } from '../words'

type Action = (form: FormData) => Promise<void>

interface Props {
  statement: EditableStatement
  actions: Record<'draft' | 'setAuthor', Action>
}

/** The next steps of a version of the statement. */
export function StatementSteps({ statement, actions }: Props) {
  const { version, publishedAt, summary, versions } = statement
  const hidden = { version: String(version) }
  if (publishedAt) {
    if (versions.some(({ published }) => !published)) return null
    return (
      <StepButton action={actions.draft} hidden={{}}>
        {t('coalition.createNextVersion')}
      </StepButton>
    )
  }
  return (
    <>
      <p>{summary ? t('coalition.markedAsASummary') : t('coalition.markedAsAdoptedBy')}</p>
      <StepButton action={actions.setAuthor} hidden={{ ...hidden, author: summary ? 'coalition' : 'editors' }}>
        {summary ? t('coalition.markAsAdoptedIn') : t('coalition.markAsAnEditors')}
      </StepButton>
      <ConfirmLink act="publish-statement" of={String(version)}>
        {t('coalition.publishVersion', { version })}
      </ConfirmLink>
      <ConfirmLink act="discard-statement" of={String(version)}>
        {t('coalition.discardDraft')}
      </ConfirmLink>
    </>
  )
}
