<?php
// Makes a course with a SCORM activity for each package, and two learners who are enrolled in it. Prints the ids of the course
// modules and of the learners as JSON.
//   php prepare.php MOODLE_FOLDER PACKAGE.zip...
define('CLI_SCRIPT', true);
[, $moodle] = $argv;
$packages = array_slice($argv, 2);
require $moodle . '/config.php';
require_once $CFG->dirroot . '/course/lib.php';
require_once $CFG->dirroot . '/course/modlib.php';
require_once $CFG->dirroot . '/user/lib.php';
require_once $CFG->libdir . '/enrollib.php';

\core\session\manager::set_user(get_admin());
$course = create_course((object) [
    'fullname' => 'Blind Copy',
    'shortname' => 'blind-copy',
    'category' => core_course_category::get_default()->id,
]);

$learners = [];
$enrol = enrol_get_plugin('manual');
$instance = array_values(array_filter(enrol_get_instances($course->id, true), fn ($one) => $one->enrol === 'manual'))[0];
$role = $DB->get_field('role', 'id', ['shortname' => 'student'], MUST_EXIST);
foreach (['sam' => 'Okoro', 'ana' => 'Silva'] as $name => $family) {
    $learners[$name] = user_create_user((object) [
        'username' => $name,
        'password' => 'Learner-1',
        'firstname' => ucfirst($name),
        'lastname' => $family,
        'email' => $name . '@learner.example',
        'confirmed' => 1,
        'mnethostid' => $CFG->mnet_localhost_id,
    ]);
    $enrol->enrol_user($instance, $learners[$name], $role);
}

$modules = [];
foreach ($packages as $package) {
    $draft = file_get_unused_draft_itemid();
    get_file_storage()->create_file_from_pathname([
        'contextid' => context_user::instance($USER->id)->id,
        'component' => 'user',
        'filearea' => 'draft',
        'itemid' => $draft,
        'filepath' => '/',
        'filename' => basename($package),
    ], $package);
    $defaults = (array) get_config('scorm');
    $module = create_module((object) ($defaults + [
        'modulename' => 'scorm',
        'course' => $course->id,
        'section' => 0,
        'visible' => 1,
        'name' => basename($package, '.zip'),
        'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
        'scormtype' => 'local',
        'packagefile' => $draft,
        'maxgrade' => 100,
        // The highest grade of the items, in as many attempts as wanted, in the current window.
        'grademethod' => 1,
        'whatgrade' => 0,
        'maxattempt' => 0,
        'popup' => 0,
        'cmidnumber' => '',
    ]));
    $modules[basename($package, '.zip')] = $module->coursemodule;
}
echo json_encode(['course' => $course->id, 'learners' => $learners, 'modules' => $modules]), "\n";
