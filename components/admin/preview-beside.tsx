import { t } from './words'

interface Props {
  /** Shows what is made of the saved text, and with `draft` of one that is kept. */
  src: string
  /** The id of the draft that fills in the form. */
  draft: string | null
  title: string
}

/**
 * What is made of a text, in a frame, since its style is its own: beside the text on a wide screen, folded below it on a
 * narrow one. A script follows what is typed into the fields of the same `.with-preview` (`public/preview.js`).
 */
export function PreviewBeside({ src, draft, title }: Props) {
  return (
    <details className="made-of-text">
      <summary>{t('common.preview')}</summary>
      <iframe
        className="mail"
        title={title}
        loading="lazy"
        // Nothing runs in it; the page it stands on may replace what it holds.
        sandbox="allow-same-origin"
        src={draft ? `${src}${src.includes('?') ? '&' : '?'}draft=${draft}` : src}
        data-preview
      />
      <script src="/preview.js" type="module" />
    </details>
  )
}
