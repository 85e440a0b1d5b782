import { applyTheme } from './theme';

// The lab's plain pages need a script for nothing but the theme that was chosen in the panel.
applyTheme();
