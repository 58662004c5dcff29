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

/** A link that looks like a button; Outlook, which ignores the padding of a link, gets blanks of its size. */
export function Button({ href, style, children }: { href: string; style: ButtonStyle; children: ReactNode }) {
  const { padding, ...rest } = style
  const [height, width] = padding
  const blanks = Math.ceil(width / 10)
  const mso = (raise: string, end: string) => ({
    __html: `<!--[if mso]><i style="mso-font-width:${(width / blanks / 2) * 100}%${raise}" hidden>${'&#8202;'.repeat(blanks)}${end}</i><![endif]-->`,
  })
  const box = { textDecoration: 'none', display: 'inline-block', maxWidth: '100%', msoPaddingAlt: '0px' }
  const inner = { maxWidth: '100%', display: 'inline-block', lineHeight: '120%', msoPaddingAlt: '0px' }
  const raise = height * 0.75
  return (
    <a
      href={href}
      target="_blank"
      style={{ lineHeight: '100%', ...box, ...rest, padding: `${height}px ${width}px` }}
      data-skip-in-text={true}
      rel="noopener"
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: numbers of ours inside a comment for Outlook */}
      <span dangerouslySetInnerHTML={mso(`;mso-text-raise:${raise * 2}px`, '')} />
      <span style={{ ...inner, msoTextRaise: raise } as CSSProperties}>{children}</span>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: numbers of ours inside a comment for Outlook */}
      <span dangerouslySetInnerHTML={mso('', '&#8203;')} />
    </a>
  )
}

/** Its padding in pixels: above and below, left and right. */
export type ButtonStyle = Omit<CSSProperties, 'padding'> & { padding: readonly [number, number] }
