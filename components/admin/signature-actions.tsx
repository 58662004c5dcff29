import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'

type Action = (form: FormData) => Promise<void>

interface Props {
  signature: SignatureDetail
  actions: Record<'hold' | 'release' | 'remove' | 'restore' | 'resend' | 'lift' | 'reopen', Action>
}

/** What can be done with a signature in its state; each button says what will happen. */
export function SignatureActions({ signature, actions }: Props) {
  const { state, key, leafIndex } = signature
  const inCount = leafIndex !== null && (state === 'counted' || state === 'held')
  const hidden = (
    <>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="seen" value={state} />
    </>
  )
  return (
    <>
      <h2>Do</h2>
      {['confirmed', 'counted'].includes(state) && (
        <form action={actions.hold} className="row">
          {hidden}
          <Note id="hold-note" />
          <button type="submit">Hold for review{inCount ? '; the count stays' : '; it will not be counted'}</button>
        </form>
      )}
      {state === 'held' && (
        <form action={actions.release} className="row">
          {hidden}
          <Note id="release-note" />
          <button type="submit">Release</button>
        </form>
      )}
      {['confirmed', 'counted', 'held'].includes(state) && (
        <>
          <form action={actions.resend} className="row">
            {hidden}
            <button type="submit">Send its mail again</button>
          </form>
          <form action={actions.remove} className="row">
            {hidden}
            <label>
              Reason{' '}
              <select name="reason">
                <option value="fraud">not a real signer</option>
                <option value="duplicate">the same person twice</option>
              </select>
            </label>
            <Note id="remove-note" />
            <button type="submit" className="danger">
              {inCount ? 'Remove: the count goes down by 1' : 'Remove: it will not be counted'}
            </button>
          </form>
        </>
      )}
      {signature.comment && (
        <form action={actions.reopen} className="row">
          {hidden}
          <button type="submit">
            Take back the decision on its comment
            {signature.comment.decision === 'approved' && '; it is no longer shown'}
          </button>
        </form>
      )}
      {signature.suppression && (
        <form action={actions.lift} className="row">
          {hidden}
          <button type="submit">Write to its address again; nothing is sent by this alone</button>
        </form>
      )}
      {state === 'removed' && (
        <form action={actions.restore} className="row">
          {hidden}
          <Note id="restore-note" />
          <button type="submit">
            {signature.confirmedAt ? 'Restore: the count goes up by 1' : 'Restore: it can be confirmed again'}
          </button>
        </form>
      )}
      {state === 'withdrawn' && <p>Its signer withdrew it. Only the signer can sign again.</p>}
    </>
  )
}

function Note({ id }: { id: string }) {
  return (
    <label htmlFor={id}>
      Note, with no names <input id={id} name="note" maxLength={500} size={28} />
    </label>
  )
}
