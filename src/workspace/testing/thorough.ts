/** Whether `npm test -- --thorough` runs: tests that go on until somebody has seen enough then go on for long. */
export const isThorough = process.env['PARLEY_THOROUGH'] === '1'
