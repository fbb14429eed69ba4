import fc from 'fast-check';

// One seed for every run: a test that passes today passes tomorrow. Other inputs are tried with DECANT_TEST_SEED.
fc.configureGlobal({ seed: Number(process.env['DECANT_TEST_SEED'] ?? 20_240_601) });
