import { t } from './words'

interface Props {
  /** The address of the preview of the saved text; with `draft`, of a stored draft. */
  src: string
  /** The id of the draft in the form. */
  draft: string | null
  title: string
}

/**
 * The preview of a text, in a frame, because it has its own style: beside the text on a wide screen, folded below it on
 * a narrow one. A script updates it as somebody types into the fields of the same `.with-preview`
 * (`public/preview.js`).
 */
export function PreviewBeside({ src, draft, title }: Props) {
  return (
    <details className="made-of-text">
      <summary>{t('common.preview')}</summary>
      <iframe
        className="mail"
        title={title}
        loading="lazy"
        // Runs no scripts; the surrounding page may replace its content.
        sandbox="allow-same-origin"
        src={draft ? `${src}${src.includes('?') ? '&' : '?'}draft=${draft}` : src}
        data-preview
      />
      <script src="/preview.js" type="module" />
    </details>
  )
}
