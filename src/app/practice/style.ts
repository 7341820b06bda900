import '../../screens/style/level.css';
import '../../screens/practice/practice.css';
