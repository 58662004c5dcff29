import type { ComponentProps, CSSProperties, ReactNode } from 'react'

// Mail programs know tables, and the HTML of 1999. These few are what our mails are made of.

/** A table of one cell: the only box that every mail program draws. */
function Box({ children, cell, ...table }: ComponentProps<'table'> & { cell?: ComponentProps<'td'> }) {
  return (
    <table align="center" width="100%" border={0} cellPadding="0" cellSpacing="0" role="presentation" {...table}>
      <tbody>
        <tr>
          <td {...cell}>{children}</td>
        </tr>
      </tbody>
    </table>
  )
}

export function Section({ style, children }: { style: CSSProperties; children: ReactNode }) {
  return <Box style={style}>{children}</Box>
}

/** The whole document. Yahoo and AOL drop what the body itself is styled with, so its cell has it too. */
export function MailDocument({
  lang,
  dir,
  title,
  preview,
  style,
  children,
}: {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** The line that an inbox shows beside the subject. */
  preview: string
  style: CSSProperties
  children: ReactNode
}) {
  return (
    <html lang={lang} dir={dir}>
      {/* The rule is for pages of Next.js, whose head the framework writes. Nobody else writes a mail's. */}
      {/* biome-ignore lint/style/noHeadElement: a mail, not a page of the framework */}
      <head>
        <meta content="text/html; charset=UTF-8" httpEquiv="Content-Type" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
      </head>
      <body lang={lang} dir={dir} style={{ backgroundColor: style.backgroundColor, margin: 0, padding: 0 }}>
        <Box cell={{ lang, dir, style }}>
          <Preview>{preview}</Preview>
          <Box style={{ maxWidth: 560 }}>{children}</Box>
        </Box>
      </body>
    </html>
  )
}

const PREVIEW = 200
/** Neither seen nor collapsed: keeps the beginning of the mail out of the line beside the subject. */
const BLANK = '\u00a0\u200c\u200b\u200d\ufeff'

function Preview({ children }: { children: string }) {
  const hidden = { display: 'none', overflow: 'hidden', lineHeight: '1px', opacity: 0, maxHeight: 0, maxWidth: 0 }
  const text = children.slice(0, PREVIEW)
  return (
    <div style={hidden} data-skip-in-text={true}>
      {text}
      <div>{BLANK.repeat(PREVIEW - text.length)}</div>
    </div>
  )
}

/** A link that looks like a button. Outlook ignores the padding of a link, and takes that of the cell around it. */
export function Button({ href, style, children }: { href: string; style: ButtonStyle; children: ReactNode }) {
  const { padding, backgroundColor, borderRadius, ...text } = style
  const space = padding.map((pixels) => `${pixels}px`).join(' ')
  return (
    <table border={0} cellPadding="0" cellSpacing="0" role="presentation" data-skip-in-text={true}>
      <tbody>
        <tr>
          <td style={{ backgroundColor, borderRadius, msoPaddingAlt: space } as CSSProperties}>
            <a
              href={href}
              target="_blank"
              rel="noopener"
              style={{ display: 'inline-block', maxWidth: '100%', textDecoration: 'none', ...text, padding: space }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** Its padding in pixels: above and below, left and right. */
export type ButtonStyle = Omit<CSSProperties, 'padding'> & { padding: readonly [number, number] }
