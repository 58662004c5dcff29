import type { OutboxHead, OutboxMail } from '@/lib/mail/read-outbox'
import { escapeHtml } from '@/lib/text/escape-html'

// For people who try out or develop the site: in English only.

/** The list of mails, newest first. */
export function listPage({ mails, total }: { mails: OutboxHead[]; total: number }): string {
  const older = total > mails.length ? `<p>${total - mails.length} older ones are not shown.</p>` : ''
  const list = mails.length > 0 ? `<ol>${mails.map(item).join('')}</ol>${older}` : empty
  return html(
    'Trial mailbox',
    `<h1>Trial mailbox</h1>${explanation}<p><a href="/mailbox">Look for new mail</a></p>${list}`,
  )
}

/** One mail: its text with working links, and its HTML in a frame. */
export function mailPage(mail: OutboxMail): string {
  const { id, from, to, subject, text } = mail
  return html(
    subject,
    `<p><a href="/mailbox">Trial mailbox</a></p><h1 dir="auto">${escapeHtml(subject)}</h1>
    <dl><dt>To</dt><dd>${escapeHtml(to)}</dd><dt>From</dt><dd dir="auto">${escapeHtml(from)}</dd><dt>Written</dt><dd>${time(mail)}</dd></dl>
    <h2>As plain text</h2><div class="mail" dir="auto">${paragraphs(text)}</div>
    <h2>As HTML</h2><iframe src="/mailbox/${id}/html" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
    <p><a href="/mailbox/${id}/source">Source of the mail</a></p>`,
  )
}

export function missingPage(): string {
  return html('Not here', '<h1>Not here</h1><p>There is no such mail. <a href="/mailbox">Trial mailbox</a></p>')
}

const explanation = `<p>This is a trial installation: <strong>no mail leaves this machine</strong>. The mails that would be
sent are written to a folder (<code>.data/outbox</code>) and shown here. Only this machine can open this page.</p>`

const empty = '<p>No mail yet. After somebody signs, the mail is here within a second or two.</p>'

function item(mail: OutboxHead): string {
  const { id, to, subject } = mail
  return `<li><a href="/mailbox/${id}" dir="auto">${escapeHtml(subject)}</a><span>to ${escapeHtml(to)}</span><span>${time(mail)}</span></li>`
}

function time({ at }: OutboxHead): string {
  return `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time>`
}

function paragraphs(text: string): string {
  const blocks = text.trim().split(/\n{2,}/)
  return blocks.map((block) => `<p dir="auto">${withLinks(block).replace(/\n/g, '<br>')}</p>`).join('')
}

/** Escapes a text and makes its web addresses links. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('')
}

function html(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<link rel="stylesheet" href="/mailbox/style.css"></head><body><main>${body}</main></body></html>`
}
