interface Props {
  left: number
  start: (form: FormData) => Promise<void>
}

/** Begins a review session: the reason is stated once, and logged with each signature that is opened. */
export function StartReview({ left, start }: Props) {
  return (
    <>
      {left === 0 ? (
        <p className="empty">No held signatures to review.</p>
      ) : (
        <form action={start} className="panel">
          <p>
            {left.toLocaleString('en')} held {left === 1 ? 'signature' : 'signatures'} to review, longest waiting first;
            similar ones come together. No colleague gets those you are reviewing. Opening each is logged, with this
            reason:
          </p>
          <p className="row">
            <label>
              Reason (no names){' '}
              <input name="why" required maxLength={200} size={32} defaultValue="Review of held signatures" />
            </label>
            <button type="submit" className="main">
              Start review
            </button>
          </p>
        </form>
      )}
      <p>
        <a href="/admin/signatures?state=held&amp;sort=oldest">Held signatures as a list</a>
      </p>
    </>
  )
}
