import './setup/check-node.mjs'

const { main } = await import('./setup/main.mjs')
const { makeSecrets } = await import('./setup/make-secrets.mjs')
const { SetupError } = await import('./setup/setup-error.mjs')

// node scripts/make-secrets.mjs secrets: what compose.yaml hands to the processes as files.
await main(async () => {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new SetupError('Usage: node scripts/make-secrets.mjs <folder>')
  const { RESEND_API_KEY, RESEND_WEBHOOK_SECRET } = process.env
  const made = await makeSecrets(folder, { RESEND_API_KEY, RESEND_WEBHOOK_SECRET })
  console.log(made.length > 0 ? `Made in ${folder}: ${made.join(', ')}` : `Nothing was missing in ${folder}.`)
  return 0
})
