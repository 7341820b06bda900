import { configureGlobal } from 'fast-check';

// The same cases in every run, so that a failing run fails again. To look for new ones: FC_SEED=$RANDOM npm test --
// unit
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 2012) });
