import { total } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import type { CheckReport } from '../../lms/report.ts';
import type { CheckResult, CheckTime } from '../../progress/check-result.ts';

/** Returns the report of a check that was answered or skipped. */
export function checkReport(time: CheckTime, { form, at, skipped, discernment }: CheckResult): CheckReport {
  const { protect, reach } = discernment;
  return {
    check: time,
    title: t(`check.title-${time}`),
    form,
    skipped,
    hits: { number: protect.right, of: total(protect) },
    falseAlarms: { number: reach.wrong, of: total(reach) },
    at,
  };
}
