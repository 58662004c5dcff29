import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { AdminForm } from '../form/admin-form'
import { t } from '../words'
import { type Confirmation, expectedPage } from './confirmation'

interface Props {
  name: string
  of: string
  found: Confirmation
  /** The input of the field that is asked first, by its name. */
  first: Record<string, string>
  /** Input from before the numbers changed. */
  draft: Draft | null
  action: (form: FormData) => Promise<void>
}

/** The consequences, what cannot be undone, and the button that executes the act. */
export function ConfirmForm({ name, of, found, first, draft, action }: Props) {
  const { happens, shows, below, undo, fields = [], values = {}, button, ordinary = false } = found
  return (
    <>
      <h2>{t('confirm.whatWillHappen')}</h2>
      <ul>
        {happens.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {shows && <dl>{shows}</dl>}
      {below}
      <p>
        <strong>{undo}</strong>
      </p>
      <AdminForm
        action={action}
        fields={fields}
        values={values}
        draft={draft}
        draftOf={`confirm ${name}`}
        hidden={{ act: name, confirming: of, expectedPage: expectedPage(found), ...first }}
        submit={button}
        danger={!ordinary}
      />
    </>
  )
}
