<?php
// Prints, as JSON, what the gradebook has of each learner, by the name of the activity.
//   php grades.php MOODLE_FOLDER COURSE
define('CLI_SCRIPT', true);
[, $moodle, $course] = $argv;
require $moodle . '/config.php';
require_once $CFG->libdir . '/gradelib.php';

$users = $DB->get_records_list('user', 'username', ['sam', 'ana']);
$found = [];
foreach ($DB->get_records('scorm', ['course' => $course]) as $scorm) {
    $grades = grade_get_grades($course, 'mod', 'scorm', $scorm->id, array_keys($users));
    foreach ($grades->items[0]->grades as $user => $grade) {
        $found[$scorm->name][$users[$user]->username] = $grade->grade === null ? null : (float) $grade->grade;
    }
}
echo json_encode($found), "\n";
