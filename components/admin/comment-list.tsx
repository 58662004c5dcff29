import { rejections } from '@/lib/comments/decide-comment'
import type { OpenedComment } from '@/lib/comments/list-waiting-comments'
import { languageName } from '@/messages/language-name'
import { PetitionName } from './petition-name'

interface Props {
  comments: OpenedComment[]
  decide: (form: FormData) => Promise<void>
  /** What keeps the page open. */
  read: string
}

const said: Record<(typeof rejections)[number], string> = {
  insult: 'insults or hatred',
  danger: 'could endanger someone',
  advertising: 'advertising or links',
  off_topic: 'off topic',
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
              <th scope="col">Reason for rejection</th>
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
        Comments are never edited. An approved comment appears on the petition’s page within seconds, until its signer
        removes it. You can reopen the decision on the signature’s page.
      </p>
      <button type="submit" className="main">
        Save decisions
      </button>
    </form>
  )
}

function Row({ comment }: { comment: OpenedComment }) {
  const { key, expectedVersion, reference, petition, locale, text, name } = comment
  return (
    <tr>
      <td>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name={`expectedVersion.${key}`} value={expectedVersion} />
        <p lang={locale} dir="auto" className="said">
          {text}
        </p>
        <small>
          <a href={`/admin/signatures/${key}`}>{reference}</a>, <PetitionName slug={petition} />, {languageName(locale)}
        </small>
      </td>
      <td>{name === null ? <span className="muted">hidden: never shown</span> : <bdi>{name}</bdi>}</td>
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
