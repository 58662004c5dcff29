import { rejections } from '@/lib/comments/decide-comment'
import type { OpenedComment } from '@/lib/comments/list-waiting-comments'

interface Props {
  comments: OpenedComment[]
  decide: (form: FormData) => Promise<void>
  /** What keeps the page open. */
  read: string
}

const said: Record<(typeof rejections)[number], string> = {
  insult: 'insults or hatred',
  danger: 'could endanger somebody',
  advertising: 'advertising or links',
  off_topic: 'about something else',
  unclear: 'cannot be understood',
}

/** Opened comments, each with its decision: arrow keys choose, Tab goes to the next, Enter records all of them. */
export function CommentList({ comments, decide, read }: Props) {
  return (
    <form action={decide}>
      <input type="hidden" name="read" value={read} />
      <div className="scroll">
        <table className="comments">
          <thead>
            <tr>
              <th scope="col">Comment</th>
              <th scope="col">Shown as</th>
              <th scope="col">Decision</th>
              <th scope="col">If rejected, because</th>
            </tr>
          </thead>
          <tbody>
            {comments.map((comment) => (
              <Row key={comment.key} comment={comment} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">
        Nothing in a comment is changed. What is approved stands on the petition's page within seconds, for as long as
        its signer leaves it; it can be taken back on the page of the signature.
      </p>
      <button type="submit" className="main">
        Record what is marked
      </button>
    </form>
  )
}

function Row({ comment }: { comment: OpenedComment }) {
  const { key, seen, reference, petition, locale, text, name } = comment
  return (
    <tr>
      <td>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name={`seen.${key}`} value={seen} />
        <p lang={locale} dir="auto" className="said">
          {text}
        </p>
        <small>
          <a href={`/admin/signatures/${key}`}>{reference}</a>, {petition}, {locale}
        </small>
      </td>
      <td>{name === null ? <span className="muted">not at all: never shown</span> : <bdi>{name}</bdi>}</td>
      <td>
        <fieldset>
          <legend className="unseen">Decision on {reference}</legend>
          {(['approve', 'reject', 'later'] as const).map((value) => (
            <label key={value} className="choice">
              <input type="radio" name={`decision.${key}`} value={value} defaultChecked={value === 'later'} /> {value}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        <select name={`reason.${key}`} aria-label={`Reason to reject ${reference}`}>
          {rejections.map((reason) => (
            <option key={reason} value={reason}>
              {said[reason]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
