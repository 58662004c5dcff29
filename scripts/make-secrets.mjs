import './setup/check-node.mjs'

const { parseArgs } = await import('node:util')
const { main } = await import('./setup/main.mjs')
const { purgeKeys, makeSecrets, setKeysAside } = await import('./setup/make-secrets.mjs')
const { SetupError } = await import('./setup/setup-error.mjs')

const usage = `Usage: node scripts/make-secrets.mjs <folder> [--database-at <host[:port]>] [--renew | --forget]

Makes what compose.yaml hands to the processes as files; with --database-at what the units of deploy/systemd do.
--renew makes new keys beside those before them, for a rotation; --forget forgets those before (docs/security/keys.md).`

await main(async () => {
  const { folder, host, renew, forget } = readArguments()
  if (renew) await setKeysAside(folder)
  if (forget) await purgeKeys(folder)
  const { RESEND_API_KEY, RESEND_WEBHOOK_SECRET, SMTP_URL } = process.env
  const made = await makeSecrets(folder, { RESEND_API_KEY, RESEND_WEBHOOK_SECRET, SMTP_URL }, host)
  console.log(made.length > 0 ? `Made in ${folder}: ${made.join(', ')}` : `Nothing was missing in ${folder}.`)
  return 0
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'database-at': { type: 'string' },
        renew: { type: 'boolean', default: false },
        forget: { type: 'boolean', default: false },
      },
    })
    const [folder, ...more] = positionals
    if (folder && more.length === 0 && !(values.renew && values.forget))
      return { folder, host: values['database-at'], renew: values.renew, forget: values.forget }
  } catch {
    // Said below.
  }
  throw new SetupError(usage)
}
