import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'
import { isCounted, standingStates } from '@/lib/signatures/states'
import { ConfirmLink } from './confirm/confirm-link'

type Action = (form: FormData) => Promise<void>

interface Props {
  signature: SignatureDetail
  actions: Record<'hold' | 'release' | 'restore' | 'resend' | 'lift' | 'reopen', Action>
}

/** The actions possible in a signature's state; the consequence is next to each button. */
export function SignatureActions({ signature, actions }: Props) {
  const { state, key } = signature
  const inCount = isCounted(signature)
  const hidden = (
    <>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="expected" value={state} />
    </>
  )
  return (
    <>
      <h2>Actions</h2>
      {['confirmed', 'counted'].includes(state) && (
        <form action={actions.hold} className="row">
          {hidden}
          <Note id="hold-note" />
          <button type="submit">Hold for review</button>
          <span className="hint">{inCount ? 'The count stays.' : 'It will not be counted.'}</span>
        </form>
      )}
      {state === 'held' && (
        <form action={actions.release} className="row">
          {hidden}
          <Note id="release-note" />
          <button type="submit">Release</button>
        </form>
      )}
      {standingStates.includes(state) && (
        <>
          <form action={actions.resend} className="row">
            {hidden}
            <button type="submit">Resend confirmation email</button>
          </form>
          <ConfirmLink
            act="remove-signature"
            of={key}
            hint={inCount ? 'The count goes down by 1.' : 'It will not be counted.'}
          >
            Remove
          </ConfirmLink>
        </>
      )}
      {signature.comment && (
        <form action={actions.reopen} className="row">
          {hidden}
          <button type="submit">Reopen the comment decision</button>
          {signature.comment.decision === 'approved' && <span className="hint">The comment is no longer shown.</span>}
        </form>
      )}
      {signature.suppression && (
        <form action={actions.lift} className="row">
          {hidden}
          <button type="submit">Lift suppression</button>
          <span className="hint">Sends nothing.</span>
        </form>
      )}
      {state === 'removed' && (
        <form action={actions.restore} className="row">
          {hidden}
          <Note id="restore-note" />
          <button type="submit">Restore</button>
          <span className="hint">The count goes up by 1.</span>
        </form>
      )}
      {state === 'withdrawn' && <p>Withdrawn by its signer, who alone can sign again.</p>}
    </>
  )
}

function Note({ id }: { id: string }) {
  return (
    <label htmlFor={id}>
      Note (no personal names) <input id={id} name="note" maxLength={500} size={28} />
    </label>
  )
}
