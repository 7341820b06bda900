import '../../screens/style/level.css';
import '../../screens/copy/copy.css';
import '../../screens/practice/practice.css';
