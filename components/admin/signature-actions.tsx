import type { SignatureDetail } from '@/lib/signatures/admin/find-signature'
import { isCounted, standingStates } from '@/lib/signatures/states'
import { ConfirmLink } from './confirm/confirm-link'
import { t } from './words'

type Action = (form: FormData) => Promise<void>

interface Props {
  signature: SignatureDetail
  /** The list that it was opened from. */
  back?: string | undefined
  actions: Record<'hold' | 'release' | 'restore' | 'resend' | 'lift' | 'reopen', Action>
}

/** The actions possible in a signature's state, each with its consequence. */
export function SignatureActions({ signature, back, actions }: Props) {
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
      <h2>{t('common.actions')}</h2>
      {['confirmed', 'counted'].includes(state) && (
        <form action={actions.hold} className="row">
          {hidden}
          <Note id="hold-note" />
          <button type="submit">{t('signatures.holdForReview')}</button>
          <span className="hint">{inCount ? t('signatures.theCountStays') : t('common.itWillNotBe')}</span>
        </form>
      )}
      {state === 'held' && (
        <form action={actions.release} className="row">
          {hidden}
          <Note id="release-note" />
          <button type="submit">{t('common.release')}</button>
        </form>
      )}
      {standingStates.includes(state) && (
        <>
          <form action={actions.resend} className="row">
            {hidden}
            <button type="submit">{t('signatures.resendConfirmationEmail')}</button>
          </form>
          <ConfirmLink
            act="remove-signature"
            of={key}
            back={back}
            hint={inCount ? t('common.theCountGoesDown') : t('common.itWillNotBe')}
          >
            {t('common.remove')}
          </ConfirmLink>
        </>
      )}
      {signature.comment && (
        <form action={actions.reopen} className="row">
          {hidden}
          <button type="submit">{t('signatures.reopenTheCommentDecision')}</button>
          {signature.comment.decision === 'approved' && <span className="hint">{t('signatures.theCommentIsNo')}</span>}
        </form>
      )}
      {signature.suppression && (
        <form action={actions.lift} className="row">
          {hidden}
          <button type="submit">{t('signatures.liftSuppression')}</button>
          <span className="hint">{t('signatures.sendsNothing')}</span>
        </form>
      )}
      {state === 'removed' && (
        <form action={actions.restore} className="row">
          {hidden}
          <Note id="restore-note" />
          <button type="submit">{t('signatures.restore2')}</button>
          <span className="hint">{t('common.theCountGoesUp')}</span>
        </form>
      )}
      {state === 'withdrawn' && <p>{t('signatures.withdrawnByItsSigner')}</p>}
    </>
  )
}

function Note({ id }: { id: string }) {
  return (
    <label htmlFor={id}>
      {t('signatures.noteNoPersonalNames')} <input id={id} name="note" maxLength={500} size={28} />
    </label>
  )
}
