import { startFakeResend } from './fake-resend'

// A stand-in for the provider, on its own: tsx e2e/support/serve-fake-resend.ts [port]
// GET / shows what it received; POST /__behave {"behaviour":{"as":"drop_reply"},"times":1} changes how it answers.
const { url } = await startFakeResend({ port: Number(process.argv[2] ?? 3401) })
console.log(`RESEND_BASE_URL=${url} RESEND_API_KEY=re_test MAIL_DRIVER=resend`)
